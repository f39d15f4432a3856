package io.ambit.core.compress.lines;

/** An over-long line with parts of it left out, each marked with how many characters it had. */
final class LongLine {
    /** How far a cut moves to fall between words. */
    private static final int SLACK = 24;

    /** What is shorter than this is not worth a mark. */
    private static final int MIN_GONE = 24;

    private LongLine() {}

    /** How many characters a line of {@code length} takes at most when it is shortened to {@code max}. */
    static int shownLength(int length, int max) {
        return length <= max + MIN_GONE ? length : max + MIN_GONE;
    }

    /**
     * About {@code max} characters of {@code line}: its head, what stands around {@code focus}, and its tail.
     *
     * @param focus a character that must be shown; -1 for none
     */
    static String shorten(String line, int max, int focus) {
        if (line.length() <= max + MIN_GONE) {
            return line;
        }
        // A focus that the ends show anyway asks for nothing.
        boolean inside = focus > max * 2 / 3 && focus < line.length() - max / 5;
        int head = inside ? max / 3 : max * 3 / 4;
        int tail = inside ? max / 6 : max / 4;
        StringBuilder out = new StringBuilder(max + MIN_GONE * 2);
        int end = add(line, 0, head, 0, out);
        if (inside) {
            end = add(line, Math.max(0, focus - max / 6), Math.min(line.length(), focus + max / 3), end, out);
        }
        add(line, line.length() - tail, line.length(), end, out);
        return out.length() < line.length() ? out.toString() : line;
    }

    /** Shows {@code [from, to)} after what is shown up to {@code shown}; returns what is shown up to now. */
    private static int add(String line, int from, int to, int shown, StringBuilder out) {
        int start = edge(line, from, -1);
        int end = edge(line, to, 1);
        if (end <= shown) {
            return shown;
        }
        if (start - shown > MIN_GONE) {
            out.append("…(+").append(start - shown).append(" chars)");
        } else {
            start = shown;
        }
        out.append(line, start, end);
        return end;
    }

    /** The next place between words from {@code at} on, else one that splits no character. */
    private static int edge(String line, int at, int step) {
        if (at <= 0 || at >= line.length()) {
            return Math.min(Math.max(at, 0), line.length());
        }
        for (int i = at, left = SLACK; i > 0 && i < line.length() && left > 0; i += step, left--) {
            if (line.charAt(i) <= ' ' || line.charAt(i - 1) <= ' ') {
                return i;
            }
        }
        return Character.isLowSurrogate(line.charAt(at)) && Character.isHighSurrogate(line.charAt(at - 1))
                ? at - 1
                : at;
    }
}
