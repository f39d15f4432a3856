package io.ambit.gateway;

import io.ambit.core.error.RetriableException;
import org.jspecify.annotations.Nullable;

/** The upstream gave no answer: it could not be reached, or it stayed silent for too long. */
final class UpstreamException extends RetriableException {
    private final int status;

    /** @param status what the client is told: 502 or 504 */
    UpstreamException(int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    int status() {
        return status;
    }
}
