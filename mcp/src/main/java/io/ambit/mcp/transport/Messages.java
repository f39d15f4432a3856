package io.ambit.mcp.transport;

import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages of JSON-RPC 2.0. The SDK's own reader tells the client in the parser's words what is wrong, names of
 * classes included; this one says what was expected.
 */
final class Messages {
    private static final String VERSION = "2.0";

    private Messages() {}

    /**
     * Reads one message; its parameters stay as they came.
     *
     * @throws BadMessageException where it is none
     */
    static JSONRPCMessage read(String text) throws BadMessageException {
        if (!(PlainJson.read(text) instanceof Map<?, ?> fields)) {
            throw invalid("expected one JSON-RPC message, an object; batches are not part of the protocol", null);
        }
        Object id = fields.get("id");
        Object shownId = isId(id) ? id : null;
        if (!VERSION.equals(fields.get("jsonrpc"))) {
            throw invalid("expected \"jsonrpc\":\"2.0\"", shownId);
        }
        if (fields.containsKey("id") && !isId(id)) {
            throw invalid("id: expected a string or an integer", null);
        }
        Object method = fields.get("method");
        if (method != null) {
            return call(fields, method, shownId);
        }
        if (id != null && (fields.containsKey("result") || fields.get("error") instanceof Map)) {
            return new JSONRPCResponse(VERSION, id, fields.get("result"), error(fields.get("error")));
        }
        throw invalid("expected a method, a result or an error", shownId);
    }

    private static JSONRPCMessage call(Map<?, ?> fields, Object method, @Nullable Object id)
            throws BadMessageException {
        if (!(method instanceof String name)) {
            throw invalid("method: expected a string", id);
        }
        Object params = fields.get("params");
        if (params != null && !(params instanceof Map)) {
            throw invalid("params: expected an object", id);
        }
        return id == null
                ? new JSONRPCNotification(VERSION, name, params)
                : new JSONRPCRequest(VERSION, name, id, params);
    }

    private static @Nullable JSONRPCError error(@Nullable Object error) {
        if (!(error instanceof Map<?, ?> fields)) {
            return null;
        }
        int code = fields.get("code") instanceof Number number ? number.intValue() : ErrorCodes.INTERNAL_ERROR;
        return new JSONRPCError(code, String.valueOf(fields.get("message")));
    }

    private static boolean isId(@Nullable Object id) {
        return id instanceof String || id instanceof Integer || id instanceof Long;
    }

    private static BadMessageException invalid(String message, @Nullable Object id) {
        return new BadMessageException(ErrorCodes.INVALID_REQUEST, message, id);
    }
}
