package io.ambit.gateway.route;

import io.ambit.core.error.AmbitException;

/** A request that can be sent nowhere: the message says why, in words for the client. */
public final class UnroutableException extends AmbitException {
    private final int status;
    private final String code;

    /**
     * @param status of the answer, 400 to 499
     * @param code machine-readable, in the answer too
     */
    public UnroutableException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** No upstream takes the client's format for what it asks. */
    static UnroutableException noTranslation(String message) {
        return new UnroutableException(400, "no_translation", message);
    }

    /** A configured key would be used, and the client did not show that it may. */
    static UnroutableException tokenRequired(UpstreamSettings upstream) {
        return new UnroutableException(
                401,
                "token_required",
                "upstream " + upstream.name()
                        + " is asked with a configured key, which is for holders of Ambit's token:"
                        + " send it as the API key, or in X-Ambit-Token");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
