package io.ambit.wire.ollama;

import io.ambit.core.context.RetrieveTool;
import io.ambit.core.message.Span;
import io.ambit.core.routing.Sampling;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import io.ambit.wire.FilledFields;
import io.ambit.wire.RequestTerms;
import io.ambit.wire.Rewrite;
import io.ambit.wire.Splice;
import io.ambit.wire.WindowTerms;
import io.ambit.wire.WireRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The fields that both of Ollama's formats share: {@code options} with all sampling, and what becomes of a long prompt. */
final class OllamaFields {
    static final String NUM_CTX = "num_ctx";

    /** The definition of {@code context_retrieve}. */
    static final String TOOL = "{\"type\":\"function\",\"function\":{\"name\":"
            + JsonStrings.quote(RetrieveTool.NAME)
            + ",\"description\":"
            + JsonStrings.quote(RetrieveTool.DESCRIPTION)
            + ",\"parameters\":"
            + RetrieveTool.PARAMETERS
            + "}}";

    private static final RequestTerms TERMS = new RequestTerms(
            List.of("temperature", "top_p", "top_k", "stop"),
            TOOL,
            text -> "{\"role\":\"user\",\"content\":" + JsonStrings.quote(text) + "}");

    private OllamaFields() {}

    /** A stream unless the request says that it wants none. */
    static boolean isStream(Json root) {
        return !(root.get("stream") instanceof Json.Bool stream) || stream.value();
    }

    static int option(Json root, String name) {
        Json options = root.get("options");
        return options != null && options.get(name) instanceof Json.Num number
                ? Math.clamp(number.asLong(0), 0, Integer.MAX_VALUE)
                : 0;
    }

    /**
     * The fields that the request says itself.
     *
     * @param refusing the field that keeps a prompt from being cut
     */
    static Set<String> said(Json root, String refusing) {
        Json options = root.get("options");
        Set<String> said = new HashSet<>(options == null ? Set.of() : TERMS.said(options));
        if (options != null && options.get(NUM_CTX) != null) {
            said.add(NUM_CTX);
        }
        if (root.get(refusing) != null) {
            said.add(refusing);
        }
        return said;
    }

    /** The body with {@code rewrite} spliced in; the body itself where there is nothing to do. */
    static byte[] splice(WireRequest request, Rewrite rewrite, String refusing) {
        Splice splice = new Splice();
        Rewrite plain = new Rewrite(rewrite.edits(), rewrite.retrieveTool(), rewrite.model(), Sampling.OPEN);
        TERMS.addTo(splice, request, plain);
        List<String> options = new ArrayList<>();
        String fill = FilledFields.json(rewrite.fill().without(request.sampling()), TERMS.sampling());
        if (!fill.isEmpty()) {
            options.add(fill);
        }
        WindowTerms window = rewrite.window();
        if (window.tokens() > 0 && !request.sampling().contains(NUM_CTX)) {
            options.add("\"num_ctx\":" + window.tokens());
        }
        List<String> members = new ArrayList<>();
        if (!options.isEmpty()) {
            options(request, String.join(",", options), splice, members);
        }
        if (window.whole() && !request.sampling().contains(refusing)) {
            members.add(JsonStrings.quote(refusing) + ":false");
        }
        for (String member : members) {
            splice.insert(open(request.body()), member + ",");
        }
        return splice.apply(request.body());
    }

    private static void options(WireRequest request, String fields, Splice splice, List<String> members) {
        Span span = request.samplingSpan();
        if (!span.isPresent()) {
            members.add("\"options\":{" + fields + "}");
        } else if (request.body()[span.start()] != '{') {
            splice.replace(span.start(), span.end(), "{" + fields + "}"); // null
        } else {
            int first = span.start() + 1;
            while (request.body()[first] <= ' ') {
                first++;
            }
            splice.insert(span.start() + 1, request.body()[first] == '}' ? fields : fields + ",");
        }
    }

    /** The place after the brace that opens the body, which has at least one member. */
    private static int open(byte[] body) {
        int at = 0;
        while (body[at] != '{') {
            at++;
        }
        return at + 1;
    }

    static byte[] error(String message) {
        return Utf8.encode("{\"error\":" + JsonStrings.quote(message) + "}");
    }

    /** A line of Ambit's own in a stream. */
    static byte[] line(byte[] json) {
        return Utf8.encode(Utf8.decode(json).replace('\r', ' ').replace('\n', ' ') + "\n");
    }
}
