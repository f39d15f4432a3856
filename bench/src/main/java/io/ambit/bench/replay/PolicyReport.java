package io.ambit.bench.replay;

import java.util.List;

/**
 * What a policy saved and lost.
 *
 * @param policy as the user named it
 * @param overall over all trajectories
 * @param longOnes over trajectories of {@link ReplayReport#LONG} steps or more
 * @param lost steps that lacked an identifier
 * @param costs mean cost of each request, by its number
 * @param timed priced cost where recordings have times
 * @param dollars what the requests in {@link ReplayReport#money} would have cost
 * @param savedByTool where the saved tokens come from, most first
 * @param savedByContent the same by kind of content
 * @param savedByWay the same by what was done to the outputs
 */
public record PolicyReport(
        String policy,
        PolicyScores overall,
        PolicyScores longOnes,
        List<LostEvidence> lost,
        List<StepCost> costs,
        Timed timed,
        double dollars,
        List<Saving> savedByTool,
        List<Saving> savedByContent,
        List<Saving> savedByWay) {
    public PolicyReport {
        lost = List.copyOf(lost);
        costs = List.copyOf(costs);
        savedByTool = List.copyOf(savedByTool);
        savedByContent = List.copyOf(savedByContent);
        savedByWay = List.copyOf(savedByWay);
    }
}
