package io.ambit.core.tooluse.sequence;

import java.util.List;

/**
 * What is left of a plan.
 *
 * @param steps to be made one after another; the calls of one step may be made at once
 * @param changes what was changed, none where there is nothing better
 * @param advice steps that sessions with such goals took, which the plan has not; never put in by itself
 * @param savedCalls how many calls fewer
 * @param savedRounds how many times fewer the model waits for answers
 * @param savedTokens by the medians of recorded calls; 0 where none of the tools was recorded
 */
public record OptimizedPlan(
        List<List<OptimizedCall>> steps,
        List<PlanChange> changes,
        List<StepAdvice> advice,
        int savedCalls,
        int savedRounds,
        int savedTokens) {
    public OptimizedPlan {
        steps = steps.stream().map(List::copyOf).toList();
        changes = List.copyOf(changes);
        advice = List.copyOf(advice);
    }

    /** Whether the plan is left as it was, and nothing is advised. */
    public boolean isBest() {
        return changes.isEmpty() && advice.isEmpty();
    }
}
