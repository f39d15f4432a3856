package io.ambit.core.error;

import org.jspecify.annotations.Nullable;

/**
 * Root of every failure that Ambit reports on purpose. Its message states what was expected, what came, and the id or
 * place concerned; it is fit to be shown to a user as it is.
 */
public class AmbitException extends RuntimeException {
    private final boolean retriable;

    public AmbitException(String message) {
        this(message, null, false);
    }

    public AmbitException(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    protected AmbitException(String message, @Nullable Throwable cause, boolean retriable) {
        super(message, cause);
        this.retriable = retriable;
    }

    /** Whether the same call, made again later, may succeed. */
    public final boolean retriable() {
        return retriable;
    }
}
