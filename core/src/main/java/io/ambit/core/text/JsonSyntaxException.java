package io.ambit.core.text;

import io.ambit.core.error.AmbitException;

/** The bytes are no JSON text; the message says what was expected and at which byte. */
public final class JsonSyntaxException extends AmbitException {
    private final int position;

    JsonSyntaxException(int position, String expected) {
        super("malformed JSON at byte " + position + ": expected " + expected);
        this.position = position;
    }

    /** Byte offset of the fault. */
    public int position() {
        return position;
    }
}
