package io.ambit.wire.anthropic;

import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import java.util.Set;

/** Errors in the shape and the words of Anthropic's messages. */
public final class AnthropicError {
    /** The classes of error that its clients know. */
    private static final Set<String> TYPES = Set.of(
            "invalid_request_error",
            "authentication_error",
            "billing_error",
            "permission_error",
            "not_found_error",
            "request_too_large",
            "rate_limit_error",
            "timeout_error",
            "api_error",
            "overloaded_error");

    private AnthropicError() {}

    /**
     * The body of an error.
     *
     * @param type one of its own, or one of OpenAI's
     * @param code what went wrong, which may tell the class better than {@code type}; "" for none
     */
    public static byte[] body(String type, String code, String message) {
        // Claude Code knows by these words that it has to compact.
        String said = code.equals("context_length_exceeded") ? "prompt is too long: " + message : message;
        return Utf8.encode("{\"type\":\"error\",\"error\":{\"type\":\"" + type(type, code) + "\",\"message\":"
                + JsonStrings.quote(said)
                + (code.isEmpty() ? "" : ",\"code\":" + JsonStrings.quote(code))
                + "},\"request_id\":null}");
    }

    /** The same, or an upstream's own, as an event of a stream. */
    public static byte[] event(byte[] body) {
        return Utf8.encode(
                "event: error\ndata: " + Utf8.decode(body).replace('\r', ' ').replace('\n', ' ') + "\n\n");
    }

    /** The class of error for a status, in the words of the API. */
    public static String ofStatus(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 402 -> "billing_error";
            case 403 -> "permission_error";
            case 404 -> "not_found_error";
            case 413 -> "request_too_large";
            case 429 -> "rate_limit_error";
            case 408, 504 -> "timeout_error";
            case 503, 529 -> "overloaded_error";
            default -> status >= 500 ? "api_error" : "invalid_request_error";
        };
    }

    private static String type(String type, String code) {
        return switch (code) {
            case "request_too_large" -> "request_too_large";
            case "invalid_api_key", "unauthorized", "token_required", "authentication_failed" -> "authentication_error";
            case "forbidden" -> "permission_error";
            case "not_found", "model_not_found", "no_such_model" -> "not_found_error";
            case "rate_limit_exceeded", "rate_limited", "too_many_requests" -> "rate_limit_error";
            case "upstream_timeout" -> "timeout_error";
            case "stopping", "overloaded", "unavailable", "too_many_streams" -> "overloaded_error";
            default ->
                TYPES.contains(type)
                        ? type
                        : type.equals("invalid_request") || type.startsWith("invalid")
                                ? "invalid_request_error"
                                : "api_error";
        };
    }
}
