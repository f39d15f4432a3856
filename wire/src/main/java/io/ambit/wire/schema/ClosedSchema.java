package io.ambit.wire.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema that stands by itself: what names it, what leads out of it and what leads nowhere is left out, and every
 * place counts its steps.
 */
final class ClosedSchema {
    private static final int DEEPEST = 200;
    private static final Set<String> LEFT_OUT = Set.of(
            "$schema",
            "$id",
            "id",
            "$anchor",
            "$dynamicAnchor",
            "$dynamicRef",
            "$recursiveAnchor",
            "$recursiveRef",
            "$vocabulary",
            "$comment",
            Steps.NAME);
    private static final Set<String> NAMED =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies");
    private static final Set<String> NESTED = Set.of(
            "additionalProperties",
            "additionalItems",
            "unevaluatedProperties",
            "unevaluatedItems",
            "propertyNames",
            "items",
            "contains",
            "not",
            "if",
            "then",
            "else",
            "allOf",
            "anyOf",
            "oneOf",
            "prefixItems");

    private final Map<String, Object> root;

    private ClosedSchema(Map<String, Object> root) {
        this.root = root;
    }

    /**
     * The same schema, closed.
     *
     * @throws IllegalArgumentException where it is nested more than 200 deep or holds what JSON does not know
     */
    static JsonNode of(Map<String, Object> schema) {
        return new ClosedSchema(schema).closed(schema, 0);
    }

    private JsonNode closed(@Nullable Object schema, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a schema nested more than " + DEEPEST + " deep");
        }
        if (schema instanceof List<?> several) {
            ArrayNode all = Trees.NODES.arrayNode();
            several.forEach(each -> all.add(closed(each, depth + 1)));
            return all;
        }
        if (!(schema instanceof Map<?, ?> members)) {
            return Trees.of(schema);
        }
        ObjectNode closed = Trees.NODES.objectNode();
        members.forEach((key, value) -> {
            String keyword = String.valueOf(key);
            if (LEFT_OUT.contains(keyword) || (keyword.equals("$ref") && !leadsWithin(value))) {
                return;
            }
            if (NAMED.contains(keyword) && value instanceof Map<?, ?> named) {
                ObjectNode all = closed.putObject(keyword);
                named.forEach((name, each) -> all.set(String.valueOf(name), closed(each, depth + 1)));
            } else {
                closed.set(keyword, NESTED.contains(keyword) ? closed(value, depth + 1) : Trees.of(value));
            }
        });
        closed.put(Steps.NAME, true);
        return closed;
    }

    private boolean leadsWithin(@Nullable Object reference) {
        if (!(reference instanceof String text) || !(text.equals("#") || text.startsWith("#/"))) {
            return false;
        }
        Object at = root;
        for (String step :
                text.length() == 1 ? new String[0] : text.substring(2).split("/", -1)) {
            at = step(at, step.replace("~1", "/").replace("~0", "~"));
            if (at == null) {
                return false;
            }
        }
        return at instanceof Map || at instanceof Boolean;
    }

    private static @Nullable Object step(Object at, String name) {
        if (at instanceof Map<?, ?> members) {
            return members.get(name);
        }
        boolean isIndex = name.length() < 6 && !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return at instanceof List<?> items && isIndex && Integer.parseInt(name) < items.size()
                ? items.get(Integer.parseInt(name))
                : null;
    }
}
