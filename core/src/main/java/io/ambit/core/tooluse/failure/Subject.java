package io.ambit.core.tooluse.failure;

import io.ambit.core.tool.Invocation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The argument that an error speaks of.
 *
 * @param name of the argument
 * @param value as text
 */
record Subject(String name, String value) {
    private static final int MAX_SHOWN = 80;
    private static final int MIN_VALUE = 2;

    /** The argument whose value the statement repeats, the longest one; else the one whose name it says; else null. */
    static @Nullable Subject of(Invocation call, String statement) {
        Subject best = null;
        for (Map.Entry<String, Object> each : call.arguments().entrySet()) {
            if (each.getValue() instanceof String || each.getValue() instanceof Number) {
                String value = String.valueOf(each.getValue());
                if (value.length() >= MIN_VALUE
                        && statement.contains(value)
                        && (best == null || value.length() > best.value.length())) {
                    best = new Subject(each.getKey(), value);
                }
            }
        }
        if (best != null) {
            return best;
        }
        for (Map.Entry<String, Object> each : call.arguments().entrySet()) {
            if (each.getValue() instanceof String value
                    && statement.contains("'" + each.getKey() + "'")
                    && !value.isEmpty()) {
                return new Subject(each.getKey(), value);
            }
        }
        return null;
    }

    /** Name and value for a sentence. */
    String shown() {
        String line = value.lines().findFirst().orElse("");
        return name + " \"" + (line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "...") + '"';
    }
}
