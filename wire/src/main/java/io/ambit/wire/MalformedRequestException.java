package io.ambit.wire;

import io.ambit.core.error.AmbitException;
import org.jspecify.annotations.Nullable;

/** The body is no request of this format; the message says what was expected and where. */
public final class MalformedRequestException extends AmbitException {
    public MalformedRequestException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
