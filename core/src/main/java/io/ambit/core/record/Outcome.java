package io.ambit.core.record;

import io.ambit.core.error.InvalidInputException;
import java.util.Locale;

/** How the work on a task ended. */
public enum Outcome {
    SUCCESS,
    FAILURE,
    PARTIAL;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The outcome of that label.
     *
     * @throws InvalidInputException where there is none
     */
    public static Outcome ofLabel(String label) {
        for (Outcome outcome : values()) {
            if (outcome.label().equals(label)) {
                return outcome;
            }
        }
        throw new InvalidInputException("outcome '" + label + "', expected success, failure or partial");
    }
}
