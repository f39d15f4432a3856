package io.ambit.core.context;

import org.jspecify.annotations.Nullable;

/** Lines out of a text, by range and by pattern. Lines end with a line feed; what precedes it belongs to them. */
final class Excerpt {
    private Excerpt() {}

    /** How many lines there are; what follows the last line end is one, unless it is empty. */
    static int lineCount(String text) {
        int lines = 0;
        int at = 0;
        while (at < text.length()) {
            lines++;
            at = endOfLine(text, at) + 1;
        }
        return lines;
    }

    /** The lines of the range as they stand in the text, without the last one's line end; null where it has none. */
    static @Nullable String lines(String text, LineRange range) {
        int line = 1;
        int at = 0;
        int from = -1;
        int to = -1;
        while (at < text.length() && line <= range.last()) {
            int end = endOfLine(text, at);
            if (line >= range.first()) {
                from = from < 0 ? at : from;
                to = end;
            }
            at = end + 1;
            line++;
        }
        return from < 0 ? null : text.substring(from, to);
    }

    /** The lines of the range in which the pattern is found, each after its number; null where there is none. */
    static @Nullable String matching(String text, LineRange range, LinePattern pattern) {
        StringBuilder out = new StringBuilder();
        int line = 1;
        int at = 0;
        while (at < text.length() && line <= range.last()) {
            int end = endOfLine(text, at);
            if (line >= range.first()) {
                String content = text.substring(at, end);
                if (pattern.matches(content)) {
                    out.append(out.isEmpty() ? "" : "\n")
                            .append(line)
                            .append(": ")
                            .append(content);
                }
            }
            at = end + 1;
            line++;
        }
        return out.isEmpty() ? null : out.toString();
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
