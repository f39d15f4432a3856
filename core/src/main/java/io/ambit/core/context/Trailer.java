package io.ambit.core.context;

/**
 * The lines at the end of an output that the output before ended with too: the state that a shell or an editor reports
 * after each command. They are replaced by a word that says so.
 */
final class Trailer {
    static final String AS_BEFORE = "[ends as the result before]";
    private static final int MIN_LENGTH = 50;
    private static final int MAX_LENGTH = 600;

    private Trailer() {}

    /** {@code text} with its last lines replaced, where {@code tail} ends with the same ones. */
    static String replace(String text, String tail) {
        if (tail.isEmpty()) {
            return text;
        }
        int common = 0;
        int max = Math.min(text.length(), tail.length());
        while (common < max
                && common < MAX_LENGTH
                && text.charAt(text.length() - 1 - common) == tail.charAt(tail.length() - 1 - common)) {
            common++;
        }
        // Whole lines: it begins where a line begins in both.
        int start = text.length() - common;
        while (start < text.length()
                && !((start == 0 || text.charAt(start - 1) == '\n') && beginsLine(tail, text.length() - start))) {
            start++;
        }
        return text.length() - start < MIN_LENGTH ? text : text.substring(0, start) + AS_BEFORE;
    }

    private static boolean beginsLine(String tail, int length) {
        int at = tail.length() - length;
        return at == 0 || tail.charAt(at - 1) == '\n';
    }

    /** The tail that stands written out after an output that is shown so. */
    static String after(String tail, String shown) {
        int end = CutMarker.start(shown);
        if (shown.startsWith(AS_BEFORE, end - AS_BEFORE.length())) {
            return tail;
        }
        return shown.substring(Math.max(0, end - MAX_LENGTH), end);
    }
}
