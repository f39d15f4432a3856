package io.ambit.core.compress.lines;

/**
 * The line numbers that a view of a file puts before its lines: {@code 12:}, {@code 12|}, {@code 12→}, or {@code 12} and
 * a tab. A text counts as numbered where most of its lines are, and their numbers rise.
 */
final class Numbering {
    private static final int MIN_NUMBERED = 3;
    private static final int MAX_DIGITS = 7;
    private static final String SEPARATORS = ":|\t→│-";

    private final int[] bodyStarts;
    private final boolean present;

    private Numbering(int[] bodyStarts, boolean present) {
        this.bodyStarts = bodyStarts;
        this.present = present;
    }

    static Numbering of(String[] lines) {
        int[] starts = new int[lines.length];
        int numbered = 0;
        int filled = 0;
        int steps = 0;
        long previous = -2;
        for (int i = 0; i < lines.length; i++) {
            long number = numberOf(lines[i], starts, i);
            filled += lines[i].isBlank() ? 0 : 1;
            if (number >= 0) {
                numbered++;
                steps += number == previous + 1 ? 1 : 0;
                previous = number;
            }
        }
        boolean present = numbered >= MIN_NUMBERED && numbered * 2 >= filled && steps * 10 >= (numbered - 1) * 6;
        return new Numbering(present ? starts : new int[lines.length], present);
    }

    boolean isPresent() {
        return present;
    }

    /** 0 for a line without a number. */
    int bodyStart(int i) {
        return bodyStarts[i];
    }

    /** The number before a line, or -1; puts down where the line's own text starts. */
    private static long numberOf(String line, int[] starts, int index) {
        int i = 0;
        while (i < line.length() && i < MAX_DIGITS && line.charAt(i) == ' ') {
            i++;
        }
        int digits = i;
        long number = 0;
        while (i < line.length() && i - digits < MAX_DIGITS && isDigit(line.charAt(i))) {
            number = number * 10 + (line.charAt(i) - '0');
            i++;
        }
        if (i == digits || i >= line.length() || SEPARATORS.indexOf(line.charAt(i)) < 0) {
            return -1;
        }
        starts[index] = i + 1;
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
