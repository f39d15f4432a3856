package io.ambit.core.tooluse.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tool's schema as its author meant it. Schemas of tools are written by hand and by generators in many languages:
 * types have other names, what is required stands in the wrong place, a list's values are those of its items, the whole
 * is wrapped twice. Where a schema contradicts itself, it asks for less. In one thing it asks for more than it says: an
 * object whose properties it lists has no others, unless it says that it may.
 */
final class LenientSchema {
    private static final int DEEPEST = 60;
    private static final int MOST_PLACES = 20_000;
    private static final List<String> WRAPPERS =
            List.of("parameters", "inputSchema", "input_schema", "json", "schema", "jsonSchema");
    private static final Set<String> IN_PLACE = Set.of(
            "$ref",
            "allOf",
            "anyOf",
            "oneOf",
            "if",
            "then",
            "else",
            "dependentSchemas",
            "dependencies",
            "unevaluatedProperties");
    private static final Set<String> NAMED = Set.of("patternProperties", "$defs", "definitions", "dependentSchemas");
    private static final Set<String> LISTED = Set.of("allOf", "anyOf", "prefixItems");
    private static final Set<String> NESTED = Set.of(
            "additionalProperties",
            "contains",
            "not",
            "if",
            "then",
            "else",
            "propertyNames",
            "unevaluatedItems",
            "unevaluatedProperties",
            "additionalItems");
    private static final Set<String> SIZES = Set.of(
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "minContains",
            "maxContains");
    private static final Set<String> LIMITS =
            Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");
    private static final Set<String> AS_THEY_ARE =
            Set.of("$ref", "$schema", "const", "dependentRequired", "uniqueItems");

    private int places;

    private LenientSchema() {}

    /** The schema of a tool's arguments; empty where anything may be passed. */
    static Map<String, Object> of(Map<String, Object> schema) {
        LenientSchema lenient = new LenientSchema();
        Map<String, Object> read = lenient.read(unwrapped(schema), 0, true);
        if (lenient.places > MOST_PLACES) {
            return Map.of();
        }
        if (read.get("type") instanceof List<?> types && !types.contains(LenientTypes.OBJECT)) {
            // Arguments are an object, whatever a schema calls them.
            read.remove("type");
        }
        return read;
    }

    private static Map<?, ?> unwrapped(Map<?, ?> schema) {
        Map<?, ?> at = schema;
        for (int i = 0; i < 3 && !(at.get("properties") instanceof Map); i++) {
            Map<?, ?> outer = at;
            Map<?, ?> inner = WRAPPERS.stream()
                    .map(outer::get)
                    .filter(each -> each instanceof Map<?, ?> map && map.get("properties") instanceof Map)
                    .map(each -> (Map<?, ?>) each)
                    .findFirst()
                    .orElse(null);
            if (inner == null) {
                break;
            }
            at = inner;
        }
        // The keywords stand one level too deep: {"properties": {"type": "object", "properties": {...}}}.
        if (at.get("properties") instanceof Map<?, ?> inner
                && "object".equals(inner.get("type"))
                && inner.get("properties") instanceof Map) {
            return inner;
        }
        return at;
    }

    private Map<String, Object> read(@Nullable Object schema, int depth, boolean isRoot) {
        places++;
        if (schema instanceof String name) {
            Set<String> types = LenientTypes.of(name);
            return types.isEmpty() ? Map.of() : Map.of("type", List.copyOf(types));
        }
        if (!(schema instanceof Map<?, ?> given) || depth > DEEPEST || places > MOST_PLACES) {
            return Map.of();
        }
        Map<String, Object> read = new LinkedHashMap<>();
        given.forEach((key, value) -> keyword(String.valueOf(key), value, depth, read));
        properties(given, depth, isRoot, read);
        LenientValues.into(given, read);
        return read;
    }

    private void keyword(String key, @Nullable Object value, int depth, Map<String, Object> into) {
        if (NAMED.contains(key) && value instanceof Map<?, ?> named) {
            Map<String, Object> all = new LinkedHashMap<>();
            named.forEach((name, each) -> all.put(String.valueOf(name), read(each, depth + 1, false)));
            into.put(key, all);
        } else if (key.equals("items")) {
            boolean isTuple = value instanceof List;
            into.put(isTuple ? "prefixItems" : key, isTuple ? list(value, depth) : read(value, depth + 1, false));
        } else if (LISTED.contains(key) && value instanceof List<?> several && !several.isEmpty()) {
            into.put(key, list(value, depth));
        } else if (key.equals("oneOf") && value instanceof List<?> several && !several.isEmpty()) {
            // That exactly one holds is seldom meant: it would refuse what fits two.
            into.merge("allOf", List.of(Map.of("anyOf", list(value, depth))), LenientSchema::joined);
        } else if (NESTED.contains(key)) {
            if (value instanceof Boolean || value instanceof Map) {
                into.put(key, value instanceof Boolean ? value : read(value, depth + 1, false));
            }
        } else if ((SIZES.contains(key) && LenientTypes.isWhole(value))
                || (LIMITS.contains(key) && value instanceof Number)
                || (key.equals("pattern") && value instanceof String)
                || AS_THEY_ARE.contains(key)) {
            put(key, value, into);
        }
    }

    @SuppressWarnings("NullAway") // a constant may be null
    private static void put(String key, @Nullable Object value, Map<String, Object> into) {
        into.put(key, value);
    }

    private static Object joined(Object first, Object second) {
        List<Object> all = new ArrayList<>((List<?>) first);
        all.addAll((List<?>) second);
        return all;
    }

    private List<Object> list(@Nullable Object several, int depth) {
        List<Object> all = new ArrayList<>();
        if (several instanceof List<?> items) {
            items.forEach(each -> all.add(each instanceof Boolean ? each : read(each, depth + 1, false)));
        }
        return all;
    }

    private void properties(Map<?, ?> given, int depth, boolean isRoot, Map<String, Object> into) {
        Set<String> required = new LinkedHashSet<>();
        names(given.get("required"), required);
        if (!(given.get("properties") instanceof Map<?, ?> listed)) {
            if (!required.isEmpty()) {
                into.put("required", List.copyOf(required));
            }
            return;
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        listed.forEach((key, property) -> {
            String name = String.valueOf(key);
            if (name.equals("required") && property instanceof List<?>) {
                names(property, required);
                return;
            }
            if (property instanceof Map<?, ?> map) {
                if (Boolean.TRUE.equals(map.get("required"))) {
                    required.add(name);
                } else if (Boolean.TRUE.equals(map.get("optional"))) {
                    required.remove(name);
                }
            }
            properties.put(name, property instanceof Boolean ? property : read(property, depth + 1, false));
        });
        // What has to be there may be there.
        required.forEach(name -> properties.putIfAbsent(name, Map.of()));
        into.put("properties", properties);
        if (!required.isEmpty()) {
            into.put("required", List.copyOf(required));
        }
        boolean saysMore = given.containsKey("additionalProperties")
                || given.keySet().stream().anyMatch(key -> IN_PLACE.contains(String.valueOf(key)));
        if (!saysMore && (isRoot || !properties.isEmpty())) {
            into.put("additionalProperties", false);
        }
    }

    private static void names(@Nullable Object list, Set<String> into) {
        if (list instanceof List<?> several) {
            several.forEach(each -> {
                if (each instanceof String name) {
                    into.add(name);
                }
            });
        }
    }
}
