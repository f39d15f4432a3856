package io.ambit.core.compress.structured;

/**
 * How much of each kind of content is printed.
 *
 * @param string characters of a text
 * @param rows items of a list that are printed whole
 * @param index items after those that are printed as what identifies them
 * @param depth levels below which an object is named only
 */
record Limits(int string, int rows, int index, int depth) {
    static final Limits NONE = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, Integer.MAX_VALUE);

    Limits withString(int characters) {
        return new Limits(characters, rows, index, depth);
    }

    Limits withRows(int whole, int indexed) {
        return new Limits(string, whole, indexed, depth);
    }

    Limits withDepth(int levels) {
        return new Limits(string, rows, index, levels);
    }

    boolean areNone() {
        return string == Integer.MAX_VALUE && rows == Integer.MAX_VALUE;
    }
}
