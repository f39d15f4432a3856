package io.ambit.wire;

import io.ambit.core.message.Span;
import io.ambit.core.routing.Sampling;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a format calls the things that are spliced into its requests.
 *
 * @param sampling its fields for temperature, top_p, top_k and stop, in this order; "" for one that it does not have
 * @param retrieveTool the definition of the tool that is appended, as JSON
 * @param userMessage from a text to a message of a user with it, as JSON
 */
public record RequestTerms(List<String> sampling, String retrieveTool, UnaryOperator<String> userMessage) {
    private static final List<String> NAMES =
            List.of(Sampling.TEMPERATURE, Sampling.TOP_P, Sampling.TOP_K, Sampling.STOP);

    public RequestTerms {
        sampling = List.copyOf(sampling);
    }

    /** Which of {@link Sampling}'s fields an object says itself. */
    public Set<String> said(Json object) {
        Set<String> said = new HashSet<>();
        for (int i = 0; i < NAMES.size(); i++) {
            // null too: a member of the same name would stand twice
            if (!sampling.get(i).isEmpty() && object.get(sampling.get(i)) != null) {
                said.add(NAMES.get(i));
            }
        }
        return said;
    }

    /** The body with {@code rewrite} spliced in; the body itself where there is nothing to do. */
    public byte[] splice(WireRequest request, Rewrite rewrite) {
        Splice splice = new Splice();
        addTo(splice, request, rewrite);
        return splice.apply(request.body());
    }

    /** Adds {@code rewrite} to a splice of the request's body. */
    public void addTo(Splice splice, WireRequest request, Rewrite rewrite) {
        if (!rewrite.edits().isEmpty()) {
            MessageEdits.of(request.transcript(), rewrite.edits(), userMessage).addTo(splice, request.messages());
        }
        if (!rewrite.model().isEmpty() && request.modelSpan().isPresent()) {
            Span model = request.modelSpan();
            splice.replace(model.start(), model.end(), JsonStrings.quote(rewrite.model()));
        }
        String fields = FilledFields.json(rewrite.fill().without(request.sampling()), sampling);
        if (!fields.isEmpty() && request.samplingSpan().isPresent()) {
            int open = request.samplingSpan().start() + 1;
            boolean empty = lastBefore(request, request.samplingSpan()) < open;
            splice.insert(open, empty ? fields : fields + ",");
        }
        if (rewrite.retrieveTool() && request.tools().isPresent()) {
            int last = lastBefore(request, request.tools());
            splice.insert(last + 1, last == request.tools().start() ? retrieveTool : "," + retrieveTool);
        }
    }

    /** The place of the last byte before the closing bracket that is no white space. */
    private static int lastBefore(WireRequest request, Span brackets) {
        int last = brackets.end() - 2;
        while (request.body()[last] == ' '
                || request.body()[last] == '\n'
                || request.body()[last] == '\r'
                || request.body()[last] == '\t') {
            last--;
        }
        return last;
    }
}
