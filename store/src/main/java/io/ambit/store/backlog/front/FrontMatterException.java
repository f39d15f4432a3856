package io.ambit.store.backlog.front;

import io.ambit.core.error.AmbitException;
import org.jspecify.annotations.Nullable;

/** The front matter of a file cannot be read, or not edited without touching more than was asked for. */
public final class FrontMatterException extends AmbitException {
    FrontMatterException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    FrontMatterException(String message) {
        this(message, null);
    }
}
