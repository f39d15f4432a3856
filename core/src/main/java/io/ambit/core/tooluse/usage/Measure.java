package io.ambit.core.tooluse.usage;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One of the measures by which it shows whether things get better.
 *
 * @param value as it stands; null where there is not enough to tell
 * @param baseline what {@code value} is compared with; null where there is nothing to compare with
 * @param change of the value against the baseline, in percent; null likewise
 * @param target of the change in percent, or of the value where there is no baseline
 * @param note which months were compared, or what is missing
 */
public record Measure(
        Name name,
        @Nullable Double value,
        @Nullable Double baseline,
        @Nullable Double change,
        double target,
        String note) {

    /** The measures. */
    public enum Name {
        /** Tokens that went to a model for each thing that a person asked for. */
        TOKENS_PER_TASK("tokens per task", -30),
        /** Calls of tools for each thing that a person asked for. */
        CALLS_PER_GOAL("calls per goal", -40),
        /** Calls that failed, in a hundred. */
        FAILED_CALLS("failed calls", -50),
        /** How much better the three before have become from one month to the next, in percent, on average. */
        MONTH_OVER_MONTH("month over month", 10),
        /** Stars that people give. */
        RATING("rating of a context", 4.5);

        private final String label;
        private final double target;

        Name(String label, double target) {
            this.label = label;
            this.target = target;
        }

        public String label() {
            return label;
        }

        /** As programs name it, "tokens_per_task" say. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        double target() {
            return target;
        }
    }

    static Measure unknown(Name name, String note) {
        return new Measure(name, null, null, null, name.target(), note);
    }

    /** Whether the target is met; null where that cannot be told yet. */
    public @Nullable Boolean isMet() {
        return switch (name) {
            case TOKENS_PER_TASK, CALLS_PER_GOAL, FAILED_CALLS -> change == null ? null : change <= target;
            case MONTH_OVER_MONTH, RATING -> value == null ? null : value >= target;
        };
    }
}
