package io.ambit.core.tooluse.suggest.values;

/**
 * A value that stands in a text.
 *
 * @param text as it stands there, without quotation marks
 * @param start of it in the text
 * @param end behind it
 */
record Mention(Kind kind, String text, int start, int end) {

    /** What a value is by its form. */
    enum Kind {
        QUOTED,
        EMAIL,
        URL,
        PATH,
        DATE,
        ID,
        NUMBER,
        NAME
    }
}
