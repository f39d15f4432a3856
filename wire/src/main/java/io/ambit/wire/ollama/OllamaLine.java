package io.ambit.wire.ollama;

import io.ambit.core.text.Json;
import io.ambit.wire.JsonSpans;
import io.ambit.wire.Splice;
import java.util.BitSet;
import java.util.List;

/** Takes hidden calls out of a line of a stream, or out of a whole answer. */
final class OllamaLine {
    private final Json.Obj root;
    private boolean left;

    OllamaLine(Json.Obj root) {
        this.root = root;
    }

    /**
     * Adds the change to {@code splice}.
     *
     * @param first members to put before those of the message; none for most
     */
    OllamaLine leaveOut(Splice splice, List<String> first) {
        if (!(root.get("message") instanceof Json.Obj message)) {
            return this;
        }
        List<Json> entries = OllamaRound.entries(message);
        BitSet hidden = new BitSet();
        for (int e = 0; e < entries.size(); e++) {
            hidden.set(e, OllamaRound.isHidden(entries.get(e)));
        }
        left = !hidden.isEmpty();
        Json list = message.get("tool_calls");
        boolean all = hidden.cardinality() == entries.size();
        if (left && !all && list != null) {
            splice.drop(JsonSpans.of(list), JsonSpans.of(entries), hidden::get);
        }
        BitSet gone = new BitSet();
        boolean last = true;
        for (int m = message.members().size() - 1; m >= 0; m--) {
            if (message.members().get(m).name().value().equals("tool_calls")) {
                // Of members of one name the last counts: the others go where anything is hidden.
                gone.set(m, left && (all || !last));
                last = false;
            }
        }
        splice.elements(
                JsonSpans.of(message), JsonSpans.ofMembers(message), gone::get, m -> m == -1 ? first : List.of());
        return this;
    }

    /** Whether a call was left out, and nothing stays that the client is to have. */
    boolean isEmpty() {
        return left
                && !OllamaRound.isDone(root)
                && root.get("error") == null
                && root.get("message") instanceof Json.Obj message
                && OllamaRound.entries(message).stream().allMatch(OllamaRound::isHidden)
                && message.members().stream().noneMatch(OllamaLine::says);
    }

    private static boolean says(Json.Member member) {
        return switch (member.name().value()) {
            case "role", "tool_calls" -> false;
            default ->
                !(member.value() instanceof Json.Null)
                        && !"".equals(member.value().asText());
        };
    }
}
