package io.ambit.core.compress.lines;

/**
 * Search results with the name of each file once: consecutive lines {@code path:12:text} as the path on a line and
 * {@code  12:text} under it. Reversible: a line under a path, up to the first that is not indented so, is a hit in it.
 */
final class GroupedHits {
    private static final String INDENT = "  ";
    private static final int MIN_GAIN = 24;

    private GroupedHits() {}

    static String of(String text) {
        if (text.indexOf(':') < 0 || hasIndentedHits(text)) {
            return text;
        }
        StringBuilder out = null;
        int copied = 0;
        int at = 0;
        while (at < text.length()) {
            int pathEnd = hitPathEnd(text, at);
            int next = after(text, at);
            if (pathEnd > at) {
                int end = next;
                int lines = 1;
                while (end < text.length() && isHitIn(text, at, pathEnd, end)) {
                    end = after(text, end);
                    lines++;
                }
                int path = pathEnd - at;
                if (lines > 1 && lines * (path + 1 - INDENT.length()) - path - 1 >= MIN_GAIN) {
                    out = out == null ? new StringBuilder(text.length()) : out;
                    out.append(text, copied, pathEnd).append('\n');
                    for (int line = at; line < end; line = after(text, line)) {
                        out.append(INDENT).append(text, line + path + 1, after(text, line));
                    }
                    copied = end;
                }
                next = end;
            }
            at = next;
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    /** A text that has lines of the form that is made here is left alone, lest two readings fit. */
    private static boolean hasIndentedHits(String text) {
        for (int at = 0; at >= 0; at = text.indexOf('\n' + INDENT, at + 1)) {
            int line = at == 0 && !text.startsWith("\n") ? 0 : at + 1;
            if (text.startsWith(INDENT, line) && isNumber(text, line + INDENT.length())) {
                return true;
            }
        }
        return false;
    }

    private static int after(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    /** Where the path ends of a line {@code path:12:text}; -1 for another line. */
    private static int hitPathEnd(String text, int from) {
        boolean path = false;
        for (int i = from; i < text.length() && i - from < 260; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || "\"'(){};=<>,".indexOf(c) >= 0) {
                return -1;
            }
            if (c == ':') {
                return path && isHit(text, i + 1) ? i : -1;
            }
            path |= c == '/' || c == '.';
        }
        return -1;
    }

    private static boolean isHitIn(String text, int path, int pathEnd, int line) {
        int length = pathEnd - path;
        return text.regionMatches(path, text, line, length + 1) && isHit(text, line + length + 1);
    }

    /** {@code 12:text}, but not {@code 12:5: message} or {@code 12: message}: a message keeps its place whole. */
    private static boolean isHit(String text, int from) {
        int i = numberEnd(text, from);
        if (i < 0) {
            return false;
        }
        char first = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
        char second = i + 2 < text.length() ? text.charAt(i + 2) : '\n';
        return !(first >= '0' && first <= '9') && !(first == ' ' && second > ' ');
    }

    private static boolean isNumber(String text, int from) {
        return numberEnd(text, from) > 0;
    }

    /** Where the colon stands after a number; -1 where there is none. */
    private static int numberEnd(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i > from && i < text.length() && text.charAt(i) == ':' ? i : -1;
    }
}
