package io.ambit.core.context;

import io.ambit.core.message.Part;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the earlier tool output with the same text. Texts are looked up as they are, so an answer is never wrong; a
 * string's hash is computed once, so the index costs one pass over the history's characters.
 */
final class Repeats {
    /** A note is about as long: what is shorter cannot gain. */
    private static final int MIN_LENGTH = 60;

    private static final int MAX_ARGUMENTS = 60;

    private final List<ToolExchange> exchanges;
    private final Map<String, List<Integer>> byText = new HashMap<>();

    Repeats(List<ToolExchange> exchanges) {
        this.exchanges = exchanges;
    }

    /** Makes an output known as one that may be pointed at. Outputs are added in their order. */
    void add(int index) {
        String text = exchanges.get(index).result().text();
        if (text.length() >= MIN_LENGTH) {
            byText.computeIfAbsent(text, t -> new ArrayList<>(1)).add(index);
        }
    }

    /** The first known output with the same text that answers an equal call, or -1. */
    int equalCallTo(int index) {
        List<Integer> found = byText.get(exchanges.get(index).result().text());
        if (found != null) {
            for (int candidate : found) {
                if (sameCall(candidate, index)) {
                    return candidate;
                }
            }
        }
        return -1;
    }

    /**
     * A pointer from one output to another with the same text, or null where it saves nothing.
     *
     * @param to index of the exchange to point at
     */
    Decision.@Nullable Point point(Transcript transcript, int index, int to, TokenCounter tokens) {
        String note = note(to, index);
        ToolExchange target = exchanges.get(to);
        int saved = tokens.count(target.result().text()) - tokens.count(note);
        if (saved <= 0) {
            return null;
        }
        OutputId id = OutputId.of(Hash.of(target.result().text()), OutputId.MIN_LENGTH);
        return new Decision.Point(id, PartKey.of(transcript, target), note, saved);
    }

    /** What stands in the place of output {@code index}, whose text output {@code to} shows. */
    String note(int to, int index) {
        StringBuilder out = new StringBuilder("[Same output, to the character, as ");
        int distance = ordinal(index) - ordinal(to);
        if (distance == 0) {
            out.append("block ").append(block(to)).append(" of this result");
        } else {
            if (hasNeighbours(to)) {
                out.append("block ").append(block(to)).append(" of ");
            }
            out.append(distance == 1 ? "the tool result before" : distance + " tool results earlier");
            if (sameCall(to, index)) {
                out.append(", the same call");
            } else {
                name(exchanges.get(to).call(), out);
            }
        }
        return out.append(']').toString();
    }

    private static void name(Part.@Nullable ToolCall call, StringBuilder out) {
        if (call != null) {
            out.append(", ").append(call.name());
            String arguments = call.arguments();
            int length = arguments.codePointCount(0, arguments.length());
            if (length <= MAX_ARGUMENTS) {
                out.append(' ').append(arguments);
            } else {
                out.append(' ')
                        .append(arguments, 0, arguments.offsetByCodePoints(0, MAX_ARGUMENTS))
                        .append('…');
            }
        }
    }

    private boolean sameCall(int a, int b) {
        Part.ToolCall one = exchanges.get(a).call();
        Part.ToolCall other = exchanges.get(b).call();
        return one != null
                && other != null
                && one.name().equals(other.name())
                && (one.arguments().equals(other.arguments()) || one.canonical().equals(other.canonical()));
    }

    /** How many tool results stand before this one; the blocks of one result are counted once. */
    private int ordinal(int index) {
        int results = 0;
        for (int i = 1; i <= index; i++) {
            results += isNextBlock(i) ? 0 : 1;
        }
        return results;
    }

    private int block(int index) {
        int first = index;
        while (isNextBlock(first)) {
            first--;
        }
        return index - first + 1;
    }

    private boolean hasNeighbours(int index) {
        return isNextBlock(index) || isNextBlock(index + 1);
    }

    /** Whether an output belongs to the same result as the one before it. */
    private boolean isNextBlock(int index) {
        if (index <= 0 || index >= exchanges.size()) {
            return false;
        }
        ToolExchange here = exchanges.get(index);
        ToolExchange before = exchanges.get(index - 1);
        return here.messageIndex() == before.messageIndex()
                && here.result().callId().equals(before.result().callId());
    }
}
