package io.ambit.mcp.tool.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One of some words; its case and the sign between its parts do not matter. */
record ChoiceForm<T>(Map<String, T> choices) implements Form<T> {
    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        schema.put("enum", List.copyOf(choices.keySet()));
        return schema;
    }

    @Override
    public String expected() {
        return "one of " + String.join(", ", choices.keySet());
    }

    @Override
    public Optional<T> read(Object value, Place place) {
        if (value instanceof String text) {
            for (Map.Entry<String, T> choice : choices.entrySet()) {
                if (plain(choice.getKey()).equals(plain(text))) {
                    return Optional.of(choice.getValue());
                }
            }
        }
        return place.wrong(this, value);
    }

    @Override
    public Object json(T value) {
        return choices.entrySet().stream()
                .filter(choice -> choice.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(value + " is none of " + choices.keySet()));
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }
}
