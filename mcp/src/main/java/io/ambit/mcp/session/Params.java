package io.ambit.mcp.session;

import io.ambit.core.error.InvalidInputException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parameters of a request as they came. */
public record Params(Map<?, ?> fields) {

    /** Of whatever the SDK hands on. */
    public static Params of(@Nullable Object params) {
        return new Params(params instanceof Map<?, ?> fields ? fields : Map.of());
    }

    /** A text that has to be there. */
    public String text(String name) {
        String text = optional(name);
        if (text == null) {
            throw new InvalidInputException(name + " is missing, expected a string");
        }
        return text;
    }

    /** A text, or null. */
    public @Nullable String optional(String name) {
        Object value = fields.get(name);
        if (value != null && !(value instanceof String)) {
            throw new InvalidInputException(name + ": expected a string");
        }
        return (String) value;
    }

    /** An object; an empty one where it is not there. */
    public Params object(String name) {
        Object value = fields.get(name);
        if (value != null && !(value instanceof Map)) {
            throw new InvalidInputException(name + ": expected an object");
        }
        return of(value);
    }

    /** All fields by name. */
    public Map<String, Object> values() {
        Map<String, Object> values = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (value != null) {
                values.put(String.valueOf(name), value);
            }
        });
        return values;
    }

    @Nullable Object progressToken() {
        Object token = fields.get("_meta") instanceof Map<?, ?> meta ? meta.get("progressToken") : null;
        return token instanceof String || token instanceof Number ? token : null;
    }
}
