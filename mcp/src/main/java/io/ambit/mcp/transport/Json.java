package io.ambit.mcp.transport;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.ambit.core.text.JsonTree;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the SDK writes it. */
final class Json {
    private Json() {}

    /** Made when it is first needed: its making takes longer than the answer to a client's first request may. */
    private static final class Mapper {
        static final McpJsonMapper SDK = new JacksonMcpJsonMapper(JsonMapper.builder()
                .addMixIn(ElicitFormRequest.class, WithoutMode.class)
                .build());
    }

    /** Jackson 3.2 refuses to write a property that is the name of the type as well, as the SDK declares it. */
    interface WithoutMode {
        @JsonIgnore
        String mode();
    }

    static String write(Object value) {
        try {
            return Mapper.SDK.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T convert(Object data, TypeRef<T> type) {
        return Mapper.SDK.convertValue(data, type);
    }

    static String result(Object id, Map<String, Object> result) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", id);
        answer.put("result", result);
        return JsonTree.write(answer);
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
        return JsonTree.write(answer);
    }
}
