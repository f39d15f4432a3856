package io.ambit.core.error;

import org.jspecify.annotations.Nullable;

/** What a caller handed over is wrong: the message says what it is and what was expected. Nothing was changed. */
public class InvalidInputException extends AmbitException {
    public InvalidInputException(String message) {
        super(message);
    }

    public InvalidInputException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
