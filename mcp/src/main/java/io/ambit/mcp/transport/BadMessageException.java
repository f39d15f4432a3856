package io.ambit.mcp.transport;

import org.jspecify.annotations.Nullable;

/** What came is no message of the protocol. */
final class BadMessageException extends Exception {
    private static final long serialVersionUID = 1;

    private final int code;
    private final transient @Nullable Object id;

    /**
     * Names what is wrong.
     *
     * @param code of JSON-RPC
     * @param id of the request, as far as it could be read
     */
    BadMessageException(int code, String message, @Nullable Object id) {
        super(message);
        this.code = code;
        this.id = id;
    }

    int code() {
        return code;
    }

    /** The answer that says so. */
    String answer() {
        return Json.error(id, code, String.valueOf(getMessage()));
    }
}
