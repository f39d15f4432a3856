package io.ambit.core.retrieval;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into passages, which are what words are counted in. A short text is one passage; a longer one is packed
 * from its lines, long lines from their sentences, and what is longer still from pieces of it.
 */
public final class Passages {
    /** A text of at most so many words stays whole. */
    static final int WHOLE = 100;

    private static final int PACKED = 80;
    private static final int LONG_LINE = 40;

    private final List<String> done = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int words;

    private Passages() {}

    /** At least one, in their order; the first is what the text leads with. */
    public static List<String> of(String text) {
        if (Tokens.count(text) <= WHOLE) {
            return List.of(text);
        }
        Passages passages = new Passages();
        for (String line : text.split("\n", -1)) {
            List<String> units = Tokens.count(line) > LONG_LINE ? Sentences.of(line) : List.of(line.strip());
            units.forEach(passages::pack);
        }
        passages.end();
        return passages.done.isEmpty() ? List.of(text) : List.copyOf(passages.done);
    }

    private void pack(String unit) {
        if (unit.isEmpty()) {
            return;
        }
        for (String piece : Tokens.count(unit) > PACKED ? pieces(unit) : List.of(unit)) {
            int more = Tokens.count(piece);
            if (!open.isEmpty() && words + more > PACKED) {
                end();
            }
            open.append(open.isEmpty() ? "" : "\n").append(piece);
            words += more;
        }
    }

    private void end() {
        if (!open.isEmpty()) {
            done.add(open.toString());
            open.setLength(0);
            words = 0;
        }
    }

    private static List<String> pieces(String unit) {
        List<String> pieces = new ArrayList<>();
        int[] start = new int[1];
        int[] count = new int[1];
        Tokens.scan(unit, (from, to) -> {
            if (count[0] == PACKED) {
                pieces.add(unit.substring(start[0], from).strip());
                start[0] = from;
                count[0] = 0;
            }
            count[0]++;
        });
        pieces.add(unit.substring(start[0]).strip());
        return pieces;
    }
}
