package io.ambit.bench.replay;

import java.util.List;

/**
 * What a policy saved and lost.
 *
 * @param policy as the user named it
 * @param overall over all trajectories
 * @param longOnes over trajectories of {@link ReplayReport#LONG} steps or more
 */
public record PolicyReport(
        String policy, PolicyScores overall, PolicyScores longOnes, List<LostEvidence> lost, List<StepCost> costs) {
    public PolicyReport {
        lost = List.copyOf(lost);
        costs = List.copyOf(costs);
    }
}
