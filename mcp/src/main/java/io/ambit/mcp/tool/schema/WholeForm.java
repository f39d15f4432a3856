package io.ambit.mcp.tool.schema;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A whole number; one in quotes, and one with a point and zeros, is one. */
record WholeForm(int least, int most) implements Form<Integer> {
    private static final int MAX_SPELLING = 30;

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "integer");
        schema.put("minimum", least);
        if (most < Integer.MAX_VALUE) {
            schema.put("maximum", most);
        }
        return schema;
    }

    @Override
    public String expected() {
        return "a whole number "
                + (most < Integer.MAX_VALUE ? "from " + least + " to " + most : "of " + least + " or more");
    }

    @Override
    public Optional<Integer> read(Object value, Place place) {
        String spelling = value instanceof Number || value instanceof String
                ? value.toString().strip()
                : "";
        if (!spelling.isEmpty() && spelling.length() <= MAX_SPELLING) {
            try {
                int number = new BigDecimal(spelling).intValueExact();
                if (number >= least && number <= most) {
                    return Optional.of(number);
                }
            } catch (ArithmeticException | NumberFormatException e) {
                // told below, as for every other value that is none
            }
        }
        return place.wrong(this, value);
    }
}
