package io.ambit.core.error;

import org.jspecify.annotations.Nullable;

/** A failure of the moment (a lock held, a server not reached): the same call may succeed later. */
public class RetriableException extends AmbitException {
    public RetriableException(String message, @Nullable Throwable cause) {
        super(message, cause, true);
    }
}
