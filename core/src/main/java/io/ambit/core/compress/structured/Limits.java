package io.ambit.core.compress.structured;

/**
 * How much of each kind of content is printed.
 *
 * @param string characters of a text
 * @param red characters of a text that reports a failure
 * @param description characters of the description of a tool's parameter; a tool's own is a sentence where this is set
 * @param rows items of a list that are printed whole
 * @param index items after those that are printed as what identifies them
 * @param nest levels of objects and lists in a cell or on a line
 * @param fields fields of an object
 * @param depth levels of objects that have lines of their own
 */
record Limits(int string, int red, int description, int rows, int index, int nest, int fields, int depth) {
    static final int ALL = Integer.MAX_VALUE;
    /** A stack trace, say. */
    private static final int RED = 4_000;

    static final Limits NONE = new Limits(ALL, ALL, ALL, ALL, ALL, ALL, ALL, ALL);

    Limits withString(int characters) {
        return new Limits(characters, Math.max(characters, RED), description, rows, index, nest, fields, depth);
    }

    Limits withRed(int characters) {
        return new Limits(string, characters, description, rows, index, nest, fields, depth);
    }

    Limits withDescription(int characters) {
        return new Limits(string, red, characters, rows, index, nest, fields, depth);
    }

    Limits withRows(int whole, int indexed) {
        return new Limits(string, red, description, whole, indexed, nest, fields, depth);
    }

    Limits withNest(int levels) {
        return new Limits(string, red, description, rows, index, levels, fields, depth);
    }

    Limits withFields(int count, int levels) {
        return new Limits(string, red, description, rows, index, nest, count, levels);
    }

    /** Characters of a text under a name. */
    int text(String name, String text) {
        return text.length() > string && red > string && RedFields.isName(name) ? red : string;
    }
}
