package io.ambit.gateway.http;

import io.ambit.core.error.RetriableException;
import org.jspecify.annotations.Nullable;

/** The upstream gave no answer: it could not be reached, or it stayed silent for too long. */
public final class UpstreamException extends RetriableException {
    private final int status;
    private final boolean reached;

    /**
     * @param status what the client is told: 502 or 504
     * @param reached whether the upstream may have got something of the request
     */
    public UpstreamException(int status, boolean reached, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.reached = reached;
    }

    /** Whether the upstream may have got something of the request, and so may have acted on it. */
    public boolean reached() {
        return reached;
    }

    public int status() {
        return status;
    }
}
