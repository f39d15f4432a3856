package io.ambit.core.context;

/**
 * The lines at the end of an output that an earlier output ended with too: the state that a shell or an editor reports
 * after each command. They are replaced by a pointer to where they stand.
 */
final class Trailer {
    private static final String OPENING = "[end as in ";
    private static final int MIN_LENGTH = 45;
    private static final int MAX_LENGTH = 600;

    private Trailer() {}

    /**
     * {@code text} with its last lines replaced, where {@code tail} ends with the same ones.
     *
     * @param owner how a pointer names the output that shows the tail
     */
    static String replace(String text, String tail, String owner) {
        if (tail.isEmpty()) {
            return text;
        }
        int common = 0;
        int max = Math.min(Math.min(text.length(), tail.length()), MAX_LENGTH);
        while (common < max && text.charAt(text.length() - 1 - common) == tail.charAt(tail.length() - 1 - common)) {
            common++;
        }
        // Whole lines: it begins where a line begins in both.
        int start = text.length() - common;
        while (start < text.length()
                && !(beginsLine(text, start) && beginsLine(tail, tail.length() - text.length() + start))) {
            start++;
        }
        return text.length() - start < MIN_LENGTH ? text : text.substring(0, start) + OPENING + owner + "]";
    }

    private static boolean beginsLine(String text, int at) {
        return at == 0 || text.charAt(at - 1) == '\n';
    }

    /** Whether an output that is shown so ends with a pointer to a tail. */
    static boolean isIn(String shown) {
        int end = CutMarker.start(shown);
        int line = shown.lastIndexOf('\n', end - 1) + 1;
        return shown.startsWith(OPENING, line);
    }

    /** The last lines that are written out in a shown text. */
    static String of(String shown) {
        int end = CutMarker.start(shown);
        return shown.substring(Math.max(0, end - MAX_LENGTH), end);
    }
}
