package io.ambit.mcp.tool.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schema (2020-12) of what a tool answers, in the few keywords that every client knows. */
public final class Schema {
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    private Schema() {}

    public static Schema object() {
        return new Schema();
    }

    /** A member that is always there. */
    public Schema with(String name, Map<String, Object> schema) {
        required.add(name);
        return maybe(name, schema);
    }

    /** A member that is there where it says something. */
    public Schema maybe(String name, Map<String, Object> schema) {
        properties.put(name, schema);
        return this;
    }

    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "object");
        if (!properties.isEmpty()) {
            tree.put("properties", properties);
        }
        if (!required.isEmpty()) {
            tree.put("required", required);
        }
        return tree;
    }

    public static Map<String, Object> text() {
        return Map.of("type", "string");
    }

    public static Map<String, Object> whole() {
        return Map.of("type", "integer");
    }

    public static Map<String, Object> number() {
        return Map.of("type", "number");
    }

    public static Map<String, Object> flag() {
        return Map.of("type", "boolean");
    }

    /** An object whose members the text twin of the answer tells, too. */
    public static Map<String, Object> any() {
        return Map.of("type", "object");
    }

    public static Map<String, Object> list(Map<String, Object> items) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "array");
        tree.put("items", items);
        return tree;
    }
}
