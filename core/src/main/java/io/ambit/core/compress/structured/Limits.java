package io.ambit.core.compress.structured;

/**
 * How much of each kind of content is printed.
 *
 * @param string characters of a text
 * @param red characters of a text that reports a failure
 * @param description characters of a tool's parameter's description; a tool's own is cut to a sentence below all
 * @param rows items of a list that are printed whole
 * @param index items after those that are printed as what identifies them
 * @param depth levels below which an object is named only
 */
record Limits(int string, int red, int description, int rows, int index, int depth) {
    private static final int ALL = Integer.MAX_VALUE;
    private static final int RED = 4_000;

    static final Limits NONE = new Limits(ALL, ALL, ALL, ALL, ALL, ALL);

    Limits withString(int characters) {
        return new Limits(characters, Math.max(characters, RED), description, rows, index, depth);
    }

    Limits withDescription(int characters) {
        return new Limits(string, red, characters, rows, index, depth);
    }

    Limits withRed(int characters) {
        return new Limits(string, characters, description, rows, index, depth);
    }

    Limits withRows(int whole, int indexed) {
        return new Limits(string, red, description, whole, indexed, depth);
    }

    Limits withDepth(int levels) {
        return new Limits(string, red, description, rows, index, levels);
    }

    /** Characters of a text under a name. */
    int text(String name, String text) {
        return text.length() > string && red > string && RedFields.isName(name) ? red : string;
    }
}
