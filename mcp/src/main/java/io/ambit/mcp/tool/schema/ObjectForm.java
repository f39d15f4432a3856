package io.ambit.mcp.tool.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object with any members; one in quotes is one. */
record ObjectForm() implements Form<Map<String, Object>> {
    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "object");
    }

    @Override
    public String expected() {
        return "an object";
    }

    @Override
    public Optional<Map<String, Object>> read(Object value, Place place) {
        Map<?, ?> members = members(value);
        if (members == null) {
            return place.wrong(this, value);
        }
        Map<String, Object> named = new LinkedHashMap<>();
        members.forEach((name, member) -> named.put(String.valueOf(name), member));
        return Optional.of(named);
    }

    /** The members of an object, or of one in quotes; null for anything else. */
    static @Nullable Map<?, ?> members(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        return value instanceof String text ? QuotedJson.object(text).orElse(null) : null;
    }
}
