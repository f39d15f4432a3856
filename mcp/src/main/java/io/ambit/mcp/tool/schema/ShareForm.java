package io.ambit.mcp.tool.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A number from 0 to 1. */
record ShareForm() implements Form<Double> {
    private static final int MAX_SPELLING = 30;

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "number");
        schema.put("minimum", 0);
        schema.put("maximum", 1);
        return schema;
    }

    @Override
    public String expected() {
        return "a number from 0 to 1";
    }

    @Override
    public Optional<Double> read(Object value, Place place) {
        String spelling = value instanceof Number || value instanceof String
                ? value.toString().strip()
                : "";
        if (!spelling.isEmpty() && spelling.length() <= MAX_SPELLING) {
            try {
                double number = Double.parseDouble(spelling);
                if (number >= 0 && number <= 1) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException e) {
                // told below, as for every other value that is none
            }
        }
        return place.wrong(this, value);
    }
}
