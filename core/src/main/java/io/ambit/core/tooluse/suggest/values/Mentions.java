package io.ambit.core.tooluse.suggest.values;

import io.ambit.core.tooluse.suggest.values.Mention.Kind;
import java.util.ArrayList;
import java.util.List;

/** The values that stand in a text: what is quoted, and what its form tells from prose. */
final class Mentions {
    private static final int LONGEST_QUOTED = 500;
    private static final String OPENING = "\"'`“‘«";
    private static final String CLOSING = "\"'`”’»";
    private static final String BEFORE = "([{<\"'`“‘«";
    private static final String BEHIND = ".,;:!?)]}>\"'`”’»…";

    private Mentions() {}

    /** All values, in their order; one that is quoted and has a form of its own is there as both. */
    static List<Mention> of(String text) {
        List<Mention> found = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int close = closing(text, i);
            if (close > 0) {
                String inside = text.substring(i + 1, close);
                found.add(new Mention(Kind.QUOTED, inside, i, close + 1));
                int start = i;
                Forms.of(inside).forEach(kind -> found.add(new Mention(kind, inside, start, close + 1)));
                i = close + 1;
            } else if (Character.isWhitespace(text.charAt(i))) {
                i++;
            } else {
                int end = i + 1;
                while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && closing(text, end) < 0) {
                    end++;
                }
                word(text, i, end, found);
                i = end;
            }
        }
        names(text, found);
        return found;
    }

    /** The end of what is quoted from a place on; negative where nothing is. */
    private static int closing(String text, int at) {
        int mark = OPENING.indexOf(text.charAt(at));
        if (mark < 0 || (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))) {
            return -1;
        }
        int most = Math.min(text.length(), at + LONGEST_QUOTED);
        for (int i = at + 1; i < most; i++) {
            boolean ends = text.charAt(i) == CLOSING.charAt(mark)
                    && (i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)));
            if (ends) {
                return i > at + 1 ? i : -1;
            }
        }
        return -1;
    }

    private static void word(String text, int from, int to, List<Mention> found) {
        int start = from;
        int end = to;
        while (start < end && BEFORE.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && BEHIND.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String word = text.substring(start, end);
        for (Kind kind : Forms.of(word)) {
            found.add(new Mention(kind, word, start, end));
        }
    }

    /** Runs of words with a capital, which are names; not the first word of a sentence alone. */
    private static void names(String text, List<Mention> found) {
        int i = 0;
        boolean first = true;
        while (i < text.length()) {
            if (!Character.isLetter(text.charAt(i))) {
                first |= ".!?:\n".indexOf(text.charAt(i)) >= 0;
                i++;
                continue;
            }
            int end = nameEnd(text, i);
            if (end > i) {
                boolean several = text.substring(i, end).indexOf(' ') > 0;
                if (!first || several) {
                    int start = first ? text.indexOf(' ', i) + 1 : i;
                    // Which words of a sentence's beginning belong to the name cannot be told; the first may not.
                    found.add(new Mention(Kind.NAME, text.substring(start, end), start, end));
                }
                i = end;
            } else {
                while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
                    i++;
                }
            }
            first = false;
        }
    }

    private static int nameEnd(String text, int from) {
        int end = from;
        int i = from;
        while (i < text.length() && Character.isUpperCase(text.charAt(i))) {
            while (i < text.length() && (Character.isLetter(text.charAt(i)) || text.charAt(i) == '-')) {
                i++;
            }
            end = i;
            if (i + 1 < text.length() && text.charAt(i) == ' ') {
                i++;
            } else {
                break;
            }
        }
        return end;
    }
}
