package io.ambit.bench.replay;

import io.ambit.core.economics.StepScore;
import java.util.List;

/**
 * One step under one policy.
 *
 * @param number from 0
 * @param message index of the assistant message that is the step
 * @param forwarded what the policy sent for it
 * @param added tokens of what stands before the messages
 * @param lost what the step used and its request lacked
 */
record ReplayedStep(
        int number,
        int message,
        List<ScoredMessages.ScoredMessage> forwarded,
        int added,
        StepScore score,
        List<LostIdentifier> lost,
        Removed removed,
        long buildNanos) {
    ReplayedStep {
        forwarded = List.copyOf(forwarded);
        lost = List.copyOf(lost);
    }
}
