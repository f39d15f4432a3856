package io.ambit.core.tooluse.check;

import java.util.Locale;

/** How sure a correction is. */
public enum Certainty {
    /** There is no other reading: it may be made without asking. */
    CERTAIN,
    /** The best reading, to be proposed and not to be made. */
    LIKELY;

    /** As it stands in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Certainty and(Certainty other) {
        return this == CERTAIN ? other : this;
    }
}
