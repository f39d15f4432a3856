package io.ambit.mcp.transport;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the SDK reads and writes it. */
final class Json {
    private static final McpJsonMapper MAPPER = new JacksonMcpJsonMapper(JsonMapper.builder()
            .addMixIn(ElicitFormRequest.class, WithoutMode.class)
            .build());

    private Json() {}

    /** Jackson 3.2 refuses to write a property that is the name of the type as well, as the SDK declares it. */
    private interface WithoutMode {
        @JsonIgnore
        String mode();
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads any JSON value.
     *
     * @throws BadMessageException where the text is no JSON
     */
    static @Nullable Object read(String text) throws BadMessageException {
        try {
            return MAPPER.readValue(text, Object.class);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // What the parser says names its classes.
            throw new BadMessageException(ErrorCodes.PARSE_ERROR, "the message is not JSON", null);
        }
    }

    /** A value as the SDK declares it; null where it is not of that form. */
    static <T> @Nullable T convertOrNull(@Nullable Object data, Class<T> type) {
        try {
            return MAPPER.convertValue(data, type);
        } catch (RuntimeException e) {
            // The parser's words name its classes: the caller says what was expected.
            return null;
        }
    }

    static <T> T convert(Object data, TypeRef<T> type) {
        return MAPPER.convertValue(data, type);
    }

    /**
     * An error as an answer.
     *
     * @param id of the request; null where it is not known
     */
    static String error(@Nullable Object id, int code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", id);
        answer.put("error", error);
        return write(answer);
    }
}
