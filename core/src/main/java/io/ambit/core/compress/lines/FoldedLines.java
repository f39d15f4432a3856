package io.ambit.core.compress.lines;

/**
 * A run of identical lines shown once, with a line that says how often it came: {@code [the line above, 41 more times]}.
 * Runs that hardly gain stay; so do blank lines unless there are very many, since a model reads a row of line ends as one
 * token or two.
 */
final class FoldedLines {
    private static final int MIN_GAIN = 20;
    private static final int MIN_BLANK_LINES = 100;

    private FoldedLines() {}

    static String of(String text) {
        StringBuilder out = null;
        int copied = 0;
        int at = 0;
        while (at < text.length()) {
            int end = endOfLine(text, at);
            int runEnd = end;
            int more = 0;
            while (runEnd < text.length() && repeats(text, at, end, runEnd + 1)) {
                runEnd += 1 + (end - at);
                more++;
            }
            if (more > 0) {
                String note = "\n[the line above, " + more + " more times]";
                int gain = runEnd - end - note.length();
                boolean blank = text.substring(at, end).isBlank();
                if (more > 1 && gain >= MIN_GAIN && (!blank || more >= MIN_BLANK_LINES)) {
                    out = out == null ? new StringBuilder(text.length()) : out;
                    out.append(text, copied, end).append(note);
                    copied = runEnd;
                }
            }
            at = runEnd + 1;
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** Whether the line at {@code next} equals the line {@code [start, end)}. */
    private static boolean repeats(String text, int start, int end, int next) {
        int length = end - start;
        if (next + length > text.length() || !text.regionMatches(start, text, next, length)) {
            return false;
        }
        int after = next + length;
        // What follows the last line end of a text is no line.
        return after < text.length() ? text.charAt(after) == '\n' : length > 0;
    }
}
