package io.ambit.core.event;

import io.ambit.core.record.Outcome;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question to memory. Its words are not kept.
 *
 * @param id unique in its space; "" until the journal gave one
 * @param profile the weights that were used: "task-aware:debugging", "balanced", "raw"
 * @param outcome how the work that asked ended; null until it is reported
 * @param completed whether its task was completed; null until it is reported
 */
public record RecallEvent(
        String id,
        Space space,
        Instant at,
        String profile,
        List<StrategyRun> strategies,
        List<RecordId> selected,
        @Nullable Outcome outcome,
        @Nullable Boolean completed) {
    public RecallEvent {
        strategies = List.copyOf(strategies);
        selected = List.copyOf(selected);
    }

    /** One whose outcome is not known yet, and whose id the journal will give. */
    public static RecallEvent asked(
            Space space, Instant at, String profile, List<StrategyRun> strategies, List<RecordId> selected) {
        return new RecallEvent("", space, at, profile, strategies, selected, null, null);
    }

    public RecallEvent withId(String given) {
        return new RecallEvent(given, space, at, profile, strategies, selected, outcome, completed);
    }
}
