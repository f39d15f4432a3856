package io.ambit.core.memory.redact;

import org.jspecify.annotations.Nullable;

/**
 * The value that stands after a name and its separator: {@code [start, end)} without quotes.
 *
 * @param quoted whether it stands in quotes
 */
record AssignedValue(int start, int end, boolean quoted) {
    private static final int MAX_QUOTED = 1_024;
    /** So much of an unquoted value is judged; more would take more than linear time where many begin in one. */
    private static final int MAX_JUDGED = 512;

    private static final int MAX_BLANKS = 8;
    private static final String QUOTES = "\"'`";
    private static final String ENDS = ",;&'\"`)]}<>|\\";

    /**
     * Reads the value at or after {@code from}.
     *
     * @param toBlank whether an unquoted value ends only at white space, as in files of settings
     * @return null where there is none
     */
    static @Nullable AssignedValue read(String text, int from, boolean toBlank) {
        int i = from;
        int most = Math.min(text.length(), from + MAX_BLANKS);
        while (i < most && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        boolean escaped = i + 1 < text.length() && text.charAt(i) == '\\' && QUOTES.indexOf(text.charAt(i + 1)) >= 0;
        if (i < text.length() && (escaped || QUOTES.indexOf(text.charAt(i)) >= 0)) {
            int start = escaped ? i + 2 : i + 1;
            int close = closing(text, start, text.charAt(start - 1), escaped);
            if (close >= 0) {
                return close == start ? null : new AssignedValue(start, close, true);
            }
            i = start; // the closing quote was cut off
        }
        int end = runEnd(text, i, toBlank, MAX_JUDGED);
        return end == i ? null : new AssignedValue(i, end, false);
    }

    /** All of a value of which only the beginning was read, to judge it. */
    AssignedValue whole(String text, boolean toBlank) {
        return quoted ? this : new AssignedValue(start, runEnd(text, end, toBlank, Integer.MAX_VALUE), false);
    }

    private static int runEnd(String text, int from, boolean toBlank, int most) {
        int last = (int) Math.min(text.length(), (long) from + most);
        int end = from;
        while (end < last && text.charAt(end) > ' ' && (toBlank || ENDS.indexOf(text.charAt(end)) < 0)) {
            end++;
        }
        return end;
    }

    private static int closing(String text, int from, char quote, boolean escaped) {
        int most = Math.min(text.length(), from + MAX_QUOTED);
        for (int i = from; i < most; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return -1;
            }
            if (c == '\\' && i + 1 < text.length()) {
                if (escaped && text.charAt(i + 1) == quote) {
                    return i;
                }
                i++;
            } else if (c == quote) {
                return i;
            }
        }
        return -1;
    }

    String in(String text) {
        return text.substring(start, end);
    }
}
