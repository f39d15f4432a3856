package io.ambit.core.tooluse.sequence;

import java.util.List;
import java.util.Locale;

/**
 * A change of a plan.
 *
 * @param positions of the planned calls that it concerns, from 0
 * @param reason for a person
 */
public record PlanChange(Kind kind, List<Integer> positions, String reason) {
    public PlanChange {
        positions = List.copyOf(positions);
    }

    /** What was done. */
    public enum Kind {
        /** Its answer is there already, from an earlier call. */
        DROPPED,
        /** Several calls became one that takes a list. */
        BATCHED,
        /** The same item is read with its references as well, which holds all of it. */
        HYDRATED,
        /** Made earlier, beside calls that it does not depend on. */
        REORDERED,
        /** Made at once with others. */
        PARALLEL;

        /** As reports name it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
