package io.ambit.core.tooluse.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a {@link LenientSchema} says of a place in a value: one schema, or several where there are alternatives. */
final class SchemaPlaces {
    private static final int MOST = 60;
    private static final int DEEPEST = 20;

    private final Map<String, Object> root;

    SchemaPlaces(Map<String, Object> root) {
        this.root = root;
    }

    /** Every schema that a place is held to, alternatives and what they refer to included. */
    List<Map<?, ?>> at(String pointer) {
        List<Map<?, ?>> here = new ArrayList<>();
        spread(root, 0, here);
        for (String step : pointer.isEmpty() ? List.<String>of() : TreeEdit.steps(pointer)) {
            List<Map<?, ?>> next = new ArrayList<>();
            here.forEach(each -> spread(child(each, step), 0, next));
            here = next;
        }
        return here;
    }

    /** The types that a place may be of; none where it may be anything. */
    Set<String> types(String pointer) {
        Set<String> types = new LinkedHashSet<>();
        at(pointer).forEach(each -> types.addAll(LenientTypes.of(each.get("type"))));
        return types;
    }

    /** The values that are listed for a place; none where none are. */
    List<@Nullable Object> listed(String pointer) {
        List<@Nullable Object> listed = new ArrayList<>();
        for (Map<?, ?> each : at(pointer)) {
            if (each.get("enum") instanceof List<?> values) {
                listed.addAll(values);
            } else if (each.containsKey("const")) {
                listed.add(each.get("const"));
            }
        }
        return listed;
    }

    /** The properties that an object at a place may have, by name. */
    Map<String, Object> properties(String pointer) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Map<?, ?> each : at(pointer)) {
            if (each.get("properties") instanceof Map<?, ?> named) {
                named.forEach((name, property) -> properties.putIfAbsent(String.valueOf(name), property));
            }
        }
        return properties;
    }

    boolean isRequired(String pointer) {
        String name = TreeEdit.name(pointer);
        return at(TreeEdit.parent(pointer)).stream()
                .anyMatch(each -> each.get("required") instanceof List<?> names && names.contains(name));
    }

    private void spread(@Nullable Object schema, int depth, List<Map<?, ?>> into) {
        if (!(schema instanceof Map<?, ?> map) || depth > DEEPEST || into.size() >= MOST) {
            return;
        }
        into.add(map);
        if (map.get("$ref") instanceof String reference && reference.startsWith("#/")) {
            spread(TreeEdit.at(root, reference.substring(1)), depth + 1, into);
        }
        for (String several : List.of("allOf", "anyOf")) {
            if (map.get(several) instanceof List<?> each) {
                each.forEach(one -> spread(one, depth + 1, into));
            }
        }
    }

    private static @Nullable Object child(Map<?, ?> schema, String step) {
        if (schema.get("properties") instanceof Map<?, ?> named && named.containsKey(step)) {
            return named.get(step);
        }
        int index = TreeEdit.index(step);
        if (index >= 0 && schema.get("prefixItems") instanceof List<?> items && index < items.size()) {
            return items.get(index);
        }
        if (index >= 0 && schema.get("items") instanceof Map<?, ?> items) {
            return items;
        }
        return schema.get("additionalProperties");
    }
}
