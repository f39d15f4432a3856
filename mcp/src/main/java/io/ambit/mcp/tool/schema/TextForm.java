package io.ambit.mcp.tool.schema;

import java.util.Map;
import java.util.Optional;

/** @param maxCharacters more is no text but a mistake */
record TextForm(int maxCharacters) implements Form<String> {
    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string");
    }

    @Override
    public String expected() {
        return "a string";
    }

    @Override
    public Optional<String> read(Object value, Place place) {
        if (value instanceof String text && text.length() > maxCharacters) {
            return place.wrong("a string of at most " + maxCharacters + " characters", text.length() + " characters");
        }
        return value instanceof String text ? Optional.of(text) : place.wrong(this, value);
    }
}
