package io.ambit.wire.responses;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.wire.JsonSpans;
import io.ambit.wire.Splice;
import java.util.BitSet;
import java.util.List;

/** What changes in a response object for a client that takes all rounds for one. */
final class ResponseEdit {
    private ResponseEdit() {}

    /**
     * Takes hidden calls out of {@code response.output} and puts what was shown before to its front.
     *
     * @param stored whether the client may go on from the response
     */
    static void addTo(
            Splice splice,
            Json response,
            byte[] source,
            ResponsesClientView view,
            ResponsesRound round,
            boolean stored) {
        if (!stored && response.get("id") instanceof Json.Str id) {
            if (!view.firstId().isEmpty() && !view.firstId().equals(id.value())) {
                splice.replace(id.start(), id.end(), JsonStrings.quote(view.firstId()));
            }
        }
        if (!(response.get("output") instanceof Json.Arr output)
                || (output.items().isEmpty() && !round.items().isEmpty())) {
            return; // a server that does not repeat the items: the client goes by their events
        }
        BitSet hidden = new BitSet();
        for (int i = 0; i < output.items().size(); i++) {
            hidden.set(i, new OutputItem(output.items().get(i), source).isRetrieve());
        }
        List<String> before = view.earlier().stream().map(OutputItem::text).toList();
        if (!hidden.isEmpty() || !before.isEmpty()) {
            splice.elements(
                    JsonSpans.of(output), JsonSpans.of(output.items()), hidden::get, i -> i == -1 ? before : List.of());
        }
    }
}
