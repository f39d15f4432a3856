package io.ambit.core.context.assembly.insight;

import io.ambit.core.error.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an insight is. */
public enum InsightType {
    DECISION,
    LEARNING,
    BLOCKER,
    GOTCHA,
    PATTERN,
    QUESTION,
    NOTE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The type of that label, in whichever case.
     *
     * @throws InvalidInputException where there is none, which names them all
     */
    public static InsightType of(String label) {
        String wanted = label.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("type '" + label + "' of an insight, expected one of "
                        + Arrays.stream(values()).map(InsightType::label).collect(Collectors.joining(", "))));
    }
}
