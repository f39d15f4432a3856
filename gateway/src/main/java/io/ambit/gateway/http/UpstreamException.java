package io.ambit.gateway.http;

import io.ambit.core.error.RetriableException;
import org.jspecify.annotations.Nullable;

/** The upstream gave no answer: it could not be reached, or it stayed silent for too long. */
public final class UpstreamException extends RetriableException {
    private final int status;

    /** @param status what the client is told: 502 or 504 */
    public UpstreamException(int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
