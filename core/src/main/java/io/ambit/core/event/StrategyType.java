package io.ambit.core.event;

import io.ambit.core.error.InvalidInputException;
import java.util.Locale;

/** A way in which records are found. */
public enum StrategyType {
    /** By meaning. */
    VECTOR,
    /** By the time that the question names. */
    TEMPORAL,
    /** By words. */
    KEYWORD,
    /** Over links from what the others found. */
    GRAPH;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The strategy of that label.
     *
     * @throws InvalidInputException where there is none
     */
    public static StrategyType ofLabel(String label) {
        for (StrategyType type : values()) {
            if (type.label().equals(label)) {
                return type;
            }
        }
        throw new InvalidInputException("strategy '" + label + "', expected vector, temporal, keyword or graph");
    }
}
