package io.ambit.cli.config;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs a user, in dollars for a million tokens.
 *
 * @param model its name without the version; may end in {@code *}
 * @param input for a token that is computed
 * @param cached for one that is read from the provider's cache
 * @param write for one that is computed and kept in it
 * @param writeHour for one that is kept for an hour
 * @param output for one that the model writes
 */
public record PriceSetting(String model, double input, double cached, double write, double writeHour, double output) {
    private static final Set<String> KEYS = Set.of("model", "input", "cached", "write", "writeHour", "output");

    /** Reads {@code MODEL=IN,CACHED,WRITE,OUT}; null where it is none. */
    public static @Nullable PriceSetting parse(String text) {
        int equals = text.lastIndexOf('=');
        String[] numbers = text.substring(equals + 1).split(",", -1);
        if (equals < 1 || numbers.length != 4) {
            return null;
        }
        double[] prices = new double[4];
        for (int i = 0; i < prices.length; i++) {
            try {
                prices[i] = Double.parseDouble(numbers[i].strip());
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return checked(text.substring(0, equals).strip(), prices[0], prices[1], prices[2], prices[2], prices[3]);
    }

    /** Reads a table of the settings; null where it is none. What is not given costs what a plain token does. */
    static @Nullable PriceSetting read(Map<?, ?> table) {
        if (!KEYS.containsAll(table.keySet()) || !(table.get("model") instanceof String model)) {
            return null;
        }
        double input = number(table, "input", Double.NaN);
        double write = number(table, "write", input);
        return checked(
                model,
                input,
                number(table, "cached", input),
                write,
                number(table, "writeHour", write),
                number(table, "output", Double.NaN));
    }

    private static double number(Map<?, ?> table, String key, double otherwise) {
        Object value = table.get(key);
        return value == null ? otherwise : value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static @Nullable PriceSetting checked(
            String model, double input, double cached, double write, double writeHour, double output) {
        for (double price : new double[] {input, cached, write, writeHour, output}) {
            if (!(price >= 0) || Double.isInfinite(price)) {
                return null;
            }
        }
        return model.isBlank() ? null : new PriceSetting(model, input, cached, write, writeHour, output);
    }
}
