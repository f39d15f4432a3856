package io.ambit.core.tool;

import java.util.Locale;

/** Whether a pattern takes part. */
public enum PatternState {
    /** Learned, and waiting for a person: changes nothing. */
    PROPOSED,
    /** A person approved it, or it ships with the program: takes part. */
    APPROVED,
    /** A person rejected it: changes nothing, and is not proposed again. */
    REJECTED;

    /** As it is written for people and in data. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state of a label.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static PatternState of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
