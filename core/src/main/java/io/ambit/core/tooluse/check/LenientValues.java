package io.ambit.core.tooluse.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Type, null and listed values of a place in a {@link LenientSchema}, so that they do not contradict each other. */
final class LenientValues {
    private LenientValues() {}

    static void into(Map<?, ?> given, Map<String, Object> read) {
        Set<String> types = new LinkedHashSet<>(LenientTypes.of(given.get("type")));
        boolean takesNull = Boolean.TRUE.equals(given.get("nullable"))
                || (given.containsKey("default") && given.get("default") == null);
        if (takesNull && !types.isEmpty()) {
            types.add(LenientTypes.NULL);
        }
        List<?> values = given.get("enum") instanceof List<?> several ? several : List.of();
        if (values.isEmpty()) {
            type(types, read);
            return;
        }
        if (types.contains(LenientTypes.LIST) && values.stream().noneMatch(List.class::isInstance)) {
            // The list's values stand where those of its items are meant.
            type(types, read);
            Map<String, Object> items = read.get("items") instanceof Map<?, ?> map ? named(map) : new LinkedHashMap<>();
            items.putIfAbsent("enum", allowed(given, values, false));
            items.remove("type");
            read.put("items", items);
            return;
        }
        List<@Nullable Object> allowed = allowed(given, values, takesNull);
        long fitting =
                values.stream().filter(value -> LenientTypes.fits(value, types)).count();
        if (fitting == values.size()) {
            type(types, read);
            read.put("enum", allowed);
        } else if (fitting > 0) {
            read.put("enum", allowed);
        } else {
            Map<String, Object> ofType = new LinkedHashMap<>();
            type(types, ofType);
            List<Object> either = List.of(ofType, Map.of("enum", allowed));
            read.merge("allOf", List.of(Map.of("anyOf", either)), LenientValues::joined);
        }
    }

    /** The listed values, and the default, which is not always among them. */
    private static List<@Nullable Object> allowed(Map<?, ?> given, List<?> values, boolean takesNull) {
        List<@Nullable Object> allowed = new ArrayList<>(values);
        Object usual = given.get("default");
        boolean isPlain = usual instanceof String || usual instanceof Number || usual instanceof Boolean;
        if (isPlain && !allowed.contains(usual)) {
            allowed.add(usual);
        }
        if (takesNull && !allowed.contains(null)) {
            allowed.add(null);
        }
        return allowed;
    }

    private static void type(Set<String> types, Map<String, Object> into) {
        if (!types.isEmpty()) {
            into.put("type", List.copyOf(types));
        }
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }

    private static Object joined(Object first, Object second) {
        List<Object> all = new ArrayList<>((List<?>) first);
        all.addAll((List<?>) second);
        return all;
    }
}
