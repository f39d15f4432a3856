package io.ambit.core.compress;

/**
 * A line that stands for lines which the model sees elsewhere: {@code [53 lines as in #k3f9a2, read src/App.java]}, or,
 * in a view whose lines are numbered, {@code [8-60 as in #k3f9a2]}.
 */
public final class Pointer {
    private static final String AS_IN = " as in ";
    private static final int MAX_LENGTH = 160;

    private Pointer() {}

    /** Stands for so many lines of {@code source}. */
    public static String lines(int count, String source) {
        return "[" + count + (count == 1 ? " line" : " lines") + AS_IN + source + "]";
    }

    /** Stands for the lines of a view that are numbered so. */
    public static String range(long first, long last, String source) {
        return "[" + (first == last ? "" + first : first + "-" + last) + AS_IN + source + "]";
    }

    /** Whether {@code line} is such a line. */
    public static boolean isPointer(String line) {
        return line.length() <= MAX_LENGTH && line.startsWith("[") && line.endsWith("]") && line.contains(AS_IN);
    }
}
