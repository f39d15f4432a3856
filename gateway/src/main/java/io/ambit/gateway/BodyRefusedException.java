package io.ambit.gateway;

import java.io.IOException;

/** The body of a request is not read to its end, as it comes too slowly or is too much just now. */
public final class BodyRefusedException extends IOException {
    private final int status;
    private final String code;

    private BodyRefusedException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** It comes too slowly. */
    public static BodyRefusedException tooSlow(String message) {
        return new BodyRefusedException(408, "request_timeout", message);
    }

    /** It would be too much beside what else is under way. */
    public static BodyRefusedException tooMuch(String message) {
        return new BodyRefusedException(429, "too_many_bytes", message);
    }

    /** What the client is told. */
    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
