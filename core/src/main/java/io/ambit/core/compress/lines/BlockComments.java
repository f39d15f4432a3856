package io.ambit.core.compress.lines;

/**
 * Source code whose block comments are reduced to their first sentence, and its licence header to one line. Lines may
 * bear numbers: where they jump, something is missing. Elsewhere a gap says how many lines.
 */
public final class BlockComments {
    private static final int MIN_LINES = 3;
    private static final int MAX_LINES = 400;

    private BlockComments() {}

    /** {@code text} with its block comments shortened; itself where it has none that is long enough. Linear. */
    public static String shorten(String text) {
        if (!text.contains("/*")) {
            return text;
        }
        String[] lines = text.split("\n", -1);
        int[] ends = ends(lines);
        StringBuilder out = new StringBuilder(text.length());
        boolean changed = false;
        for (int i = 0; i < lines.length; ) {
            String body = body(lines[i]);
            int end = body.startsWith("/*") && !body.contains("*/") ? ends[i] : i;
            if (end - i + 1 < MIN_LINES) {
                append(out, lines[i]);
                i++;
                continue;
            }
            boolean numbered = number(lines[i]) > 0;
            int last = lastOfFirstSentence(lines, i, end);
            for (int k = i; k <= last; k++) {
                append(out, lines[k]);
            }
            int gone = end - last - 1;
            if (gone > 0) {
                if (!numbered) {
                    append(out, indent(lines[end]) + "[… " + gone + (gone == 1 ? " line]" : " lines]"));
                }
                changed = true;
            }
            if (last < end) {
                append(out, lines[end]);
            }
            i = end + 1;
        }
        return changed && out.length() < text.length() ? out.toString() : text;
    }

    private static void append(StringBuilder out, String line) {
        if (!out.isEmpty()) {
            out.append('\n');
        }
        out.append(line);
    }

    /**
     * Per line the one that ends a comment which begins on it. A view may end before the comment does: then the last of
     * the lines behind it that begin with a star; the line itself where there is none, or the end is very far.
     */
    private static int[] ends(String[] lines) {
        int[] ends = new int[lines.length];
        int closing = Integer.MAX_VALUE;
        int stars = lines.length;
        for (int i = lines.length - 1; i >= 0; i--) {
            ends[i] = closing - i < MAX_LINES ? closing : Math.max(i, stars);
            String body = body(lines[i]);
            closing = body.contains("*/") ? i : closing;
            // The last line of the run of starred lines that this one begins or continues.
            stars = body.startsWith("*")
                    ? Math.max(i, i + 1 < lines.length && starred(lines[i + 1]) ? stars : i)
                    : i - 1;
        }
        return ends;
    }

    private static boolean starred(String line) {
        return body(line).startsWith("*");
    }

    private static int lastOfFirstSentence(String[] lines, int from, int end) {
        for (int i = from; i < end; i++) {
            String body = body(lines[i]).replaceFirst("^/?\\*+", "").strip();
            if (body.startsWith("@") && i > from) {
                return i - 1;
            }
            if (!body.isEmpty()
                    && (endsSentence(body)
                            || i + 1 >= end
                            || body(lines[i + 1]).replaceFirst("^\\*+", "").isBlank())) {
                return i;
            }
        }
        return end;
    }

    private static boolean endsSentence(String body) {
        return body.endsWith(".") || body.contains(". ") || body.endsWith("</p>") || body.endsWith("<p>");
    }

    private static String body(String line) {
        return line.substring(number(line)).strip();
    }

    private static String indent(String line) {
        int i = 0;
        while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
            i++;
        }
        return line.substring(0, i);
    }

    /** Length of a line's number with its separator, 0 where it bears none. */
    private static int number(String line) {
        int i = 0;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        int digits = i;
        while (i < line.length() && i - digits < 8 && Character.isDigit(line.charAt(i))) {
            i++;
        }
        return i > digits && i < line.length() && ":\t→|".indexOf(line.charAt(i)) >= 0 ? i + 1 : 0;
    }
}
