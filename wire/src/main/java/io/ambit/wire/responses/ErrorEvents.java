package io.ambit.wire.responses;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * An error in the midst of a stream, twice: as an event {@code error}, at which the vendors' libraries throw (one looks at
 * the event's name, the other for a member {@code error}), and as a response that failed, which is what codex reads.
 */
final class ErrorEvents {
    private ErrorEvents() {}

    /** What stands under {@code error} in the format's error bodies. */
    static String object(String type, String code, String message) {
        return "{\"message\":" + JsonStrings.quote(message)
                + ",\"type\":" + JsonStrings.quote(type)
                + ",\"param\":null,\"code\":" + (code.isEmpty() ? "null" : JsonStrings.quote(code)) + "}";
    }

    static byte[] of(String type, String code, String message) {
        String quoted = JsonStrings.quote(message);
        String error = "{\"type\":\"error\",\"code\":" + (code.isEmpty() ? "null" : JsonStrings.quote(code))
                + ",\"message\":" + quoted + ",\"param\":null,\"error\":" + object(type, code, message) + "}";
        String failed = "{\"type\":\"response.failed\",\"response\":{\"object\":\"response\",\"status\":\"failed\","
                + "\"error\":{\"code\":" + JsonStrings.quote(code.isEmpty() ? "server_error" : code)
                + ",\"message\":" + quoted + "},\"output\":[],\"usage\":null}}";
        return Utf8.encode("event: error\ndata: " + error + "\n\nevent: response.failed\ndata: " + failed + "\n\n");
    }

    /**
     * The same of an upstream's error.
     *
     * @param said what stands under {@code error} in its body
     */
    static byte[] of(@Nullable Json said) {
        if (said == null) {
            return of("upstream_error", "", "error without a message");
        }
        String type = said.text("type");
        String code = said.text("code");
        return of(type == null ? "upstream_error" : type, code == null ? "" : code, message(said));
    }

    /** What an error says, a text or an object. */
    static String message(Json said) {
        String message = said.asText() == null ? said.text("message") : said.asText();
        return message == null ? "error without a message" : message;
    }
}
