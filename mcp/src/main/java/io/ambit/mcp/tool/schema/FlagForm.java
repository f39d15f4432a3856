package io.ambit.mcp.tool.schema;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

record FlagForm() implements Form<Boolean> {
    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "boolean");
    }

    @Override
    public String expected() {
        return "true or false";
    }

    @Override
    public Optional<Boolean> read(Object value, Place place) {
        if (value instanceof Boolean flag) {
            return Optional.of(flag);
        }
        String word = value instanceof String text ? text.strip().toLowerCase(Locale.ROOT) : "";
        return switch (word) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> place.wrong(this, value);
        };
    }
}
