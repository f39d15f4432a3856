package io.ambit.core.tooluse.habit;

import io.ambit.core.tool.ToolDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a tool takes from its schema, as far as it says so plainly. */
public final class Schemas {
    private Schemas() {}

    /** The parameters with their schemas, in order; none where the schema says nothing. */
    public static Map<String, Map<String, Object>> parameters(@Nullable ToolDefinition tool) {
        Map<String, Map<String, Object>> parameters = new LinkedHashMap<>();
        if (tool != null && tool.inputSchema().get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, schema) -> parameters.put(
                    String.valueOf(name), schema instanceof Map<?, ?> map ? Trees.members(map) : Map.of()));
        }
        return parameters;
    }

    /** The schema of one parameter; nothing where it is not known. */
    public static Map<String, Object> parameter(@Nullable ToolDefinition tool, String name) {
        return parameters(tool).getOrDefault(name, Map.of());
    }

    /** How many a list may hold. */
    public static long maxItems(Map<String, Object> schema) {
        Object max = schema.get("maxItems");
        for (Map<String, Object> each : alternatives(schema)) {
            max = max == null ? each.get("maxItems") : max;
        }
        return max instanceof Number number ? number.longValue() : Long.MAX_VALUE;
    }

    /** The parameters that must be given. */
    public static Set<String> required(@Nullable ToolDefinition tool) {
        return tool != null && tool.inputSchema().get("required") instanceof List<?> names
                ? Set.copyOf(names.stream().map(String::valueOf).toList())
                : Set.of();
    }

    /** Whether a value of this type, "array" say, is taken: alone, or among others. */
    public static boolean takes(Map<String, Object> schema, String type) {
        Object own = schema.get("type");
        if (type.equals(own) || (own instanceof List<?> several && several.contains(type))) {
            return true;
        }
        return alternatives(schema).stream().anyMatch(each -> takes(each, type));
    }

    /** Whether it takes a list of texts or numbers. */
    public static boolean takesList(Map<String, Object> schema) {
        if (!takes(schema, "array")) {
            return false;
        }
        Object items = schema.get("items");
        for (Map<String, Object> each : alternatives(schema)) {
            items = items == null ? each.get("items") : items;
        }
        return !(items instanceof Map<?, ?> map) || !takes(Trees.members(map), "object");
    }

    private static List<Map<String, Object>> alternatives(Map<String, Object> schema) {
        List<Map<String, Object>> found = new ArrayList<>();
        for (String keyword : List.of("anyOf", "oneOf")) {
            if (schema.get(keyword) instanceof List<?> several) {
                several.forEach(each -> {
                    if (each instanceof Map<?, ?> map) {
                        found.add(Trees.members(map));
                    }
                });
            }
        }
        return found;
    }
}
