package io.ambit.core.compress.lines;

/** How a gap is written: {@code [… 37 lines]}, and what is kept beside it. */
final class GapMarks {
    private GapMarks() {}

    static String of(int lines) {
        return lines == 1 ? "[… 1 line]" : "[… " + lines + " lines]";
    }

    /** @param what what all of them are, "passed tests" say */
    static String of(int lines, String what) {
        return lines == 1 ? of(1) : "[… " + lines + " lines, " + what + "]";
    }

    /** Lines counted from 0 as people count them. */
    static String range(int first, int last) {
        return first >= last ? "line " + (first + 1) : "lines " + (first + 1) + "-" + (last + 1);
    }
}
