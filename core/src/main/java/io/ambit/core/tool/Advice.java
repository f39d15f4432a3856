package io.ambit.core.tool;

import java.util.Locale;

/** What to do after a failed call. */
public enum Advice {
    /** The same call again, mostly after a while. */
    RETRY,
    /** Another call: other arguments, another tool, or something else first. */
    CHANGE,
    /** No call: it will not work whatever is called, until a person changes something. */
    STOP;

    /** As it is written for people and in data. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The advice of a label.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Advice of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
