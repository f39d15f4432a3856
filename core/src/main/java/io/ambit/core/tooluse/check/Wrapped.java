package io.ambit.core.tooluse.check;

import io.ambit.core.tool.Invocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Arguments that stand one level too deep: {@code {"arguments": {"city": "Rome"}}}. */
final class Wrapped {
    private static final List<String> NAMES =
            List.of("arguments", "args", "kwargs", "params", "parameters", "input", "tool_input", "properties");

    private Wrapped() {}

    /** What is wrapped; empty where nothing is. */
    static Optional<Map<String, Object>> arguments(Invocation call, Map<String, Object> schema) {
        if (call.arguments().size() != 1) {
            return Optional.empty();
        }
        Map.Entry<String, Object> only = call.arguments().entrySet().iterator().next();
        boolean isOwn = new SchemaPlaces(schema).properties("").containsKey(only.getKey());
        if (isOwn || !NAMES.contains(only.getKey()) || !Boolean.FALSE.equals(schema.get("additionalProperties"))) {
            return Optional.empty();
        }
        Object inner = only.getValue() instanceof String
                ? Coercion.to(LenientTypes.OBJECT, only.getValue()).stream()
                        .map(Coercion.Coerced::value)
                        .findFirst()
                        .orElse(only.getValue())
                : only.getValue();
        if (!(inner instanceof Map<?, ?> members) || members.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> named = new LinkedHashMap<>();
        members.forEach((name, value) -> named.put(String.valueOf(name), value));
        return Optional.of(named);
    }
}
