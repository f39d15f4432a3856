package io.ambit.core.compress.shared;

/** A line as editors and {@code cat -n} show it: a number, a separator, and what the file holds there. */
final class NumberedLine {
    private static final int MAX_DIGITS = 7;

    private NumberedLine() {}

    /** Where the file's own text begins in {@code [start, end)}, or -1 where the line bears no number. */
    static int textStart(String text, int start, int end) {
        int digits = digits(text, start, end);
        int i = digits;
        while (i < end && isDigit(text.charAt(i))) {
            i++;
        }
        int count = i - digits;
        if (count == 0 || count > MAX_DIGITS || i >= end) {
            return -1;
        }
        return switch (text.charAt(i)) {
            case ':', '\t', '→', '|' -> i + 1;
            default -> -1;
        };
    }

    /** The number of a line for which {@link #textStart} found one. */
    static long number(String text, int start, int end) {
        long number = 0;
        for (int i = digits(text, start, end); i < end && isDigit(text.charAt(i)); i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    private static int digits(String text, int start, int end) {
        int i = start;
        while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
