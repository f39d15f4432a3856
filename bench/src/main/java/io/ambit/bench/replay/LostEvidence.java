package io.ambit.bench.replay;

import java.util.List;

/**
 * A step whose tool call used identifiers that its request did not hold.
 *
 * @param step from 0
 * @param message index of the step's message in the trajectory
 * @param details of the identifiers, in their order; none beyond the first steps that a report has room for
 */
public record LostEvidence(
        String trajectory, int step, int message, List<String> identifiers, List<LostIdentifier> details) {
    public LostEvidence {
        identifiers = List.copyOf(identifiers);
        details = List.copyOf(details);
    }
}
