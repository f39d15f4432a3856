package io.ambit.core.compress.lines;

/** Places in files as tools write them at the start of a line: {@code src/a.c:12:5}, {@code a.ts(12,5)}, {@code A.java:[12,5]}. */
final class Places {
    private static final int MAX_PATH = 260;
    private static final String[] LEADS = {
        "--> ", "❯ ", "> ", "# ", "at ", "in ", "::: ", "- ", "[ERROR] ", "[WARNING] ", "e: ", "w: "
    };

    private Places() {}

    /** Where the place ends that a line's text starts with, arrows and bullets apart; -1 where it starts with none. */
    static int end(String line, int from) {
        int start = skipSpaces(line, from);
        for (String lead : LEADS) {
            if (line.startsWith(lead, start)) {
                start = skipSpaces(line, start + lead.length());
                break;
            }
        }
        return endOf(line, start);
    }

    private static int endOf(String line, int start) {
        int max = Math.min(line.length(), start + MAX_PATH);
        boolean path = false;
        int i = start;
        while (i < max) {
            char c = line.charAt(i);
            if (c == ':' && line.startsWith("//", i + 1)) {
                i += 2;
            } else if (c == ':' || c == '(') {
                int end = path ? numbersEnd(line, i) : -1;
                if (end > 0) {
                    return end;
                }
            } else if (c <= ' ' || c == ',' || c == '"' || c == '\'' || c == '=') {
                return -1;
            }
            path |= i > start && (c == '.' || c == '/' || c == '\\') && i + 1 < max && isNameChar(line.charAt(i + 1));
            i++;
        }
        return -1;
    }

    /** After {@code :12}, {@code :12:5}, {@code (12,5)}, {@code :[12,5]}; -1 where no number follows. */
    private static int numbersEnd(String line, int at) {
        int i = at + 1;
        if (i < line.length() && line.charAt(i) == '[') {
            i++;
        }
        int digits = i;
        while (i < line.length() && isDigit(line.charAt(i))) {
            i++;
        }
        if (i == digits || i - digits > 7) {
            return -1;
        }
        if (i + 1 < line.length() && ":,.".indexOf(line.charAt(i)) >= 0 && isDigit(line.charAt(i + 1))) {
            i++;
            while (i < line.length() && isDigit(line.charAt(i))) {
                i++;
            }
        }
        while (i < line.length() && (line.charAt(i) == ')' || line.charAt(i) == ']')) {
            i++;
        }
        return i == line.length() || ": -\r".indexOf(line.charAt(i)) >= 0 ? i : -1;
    }

    private static int skipSpaces(String line, int from) {
        int i = from;
        while (i < line.length() && line.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    private static boolean isNameChar(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
