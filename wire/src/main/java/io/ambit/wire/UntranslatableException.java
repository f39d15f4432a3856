package io.ambit.wire;

import io.ambit.core.error.AmbitException;

/** Something of a request has no counterpart in the format of the upstream; the message says what. */
public final class UntranslatableException extends AmbitException {
    public UntranslatableException(String message) {
        super(message);
    }
}
