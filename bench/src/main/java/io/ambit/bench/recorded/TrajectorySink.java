package io.ambit.bench.recorded;

import java.util.Map;

/** Takes what a reader finds, in order. */
public interface TrajectorySink {
    void trajectory(Trajectory trajectory);

    void problem(InputProblem problem);

    /**
     * Records of an agent's log that say nothing about what was sent.
     *
     * @param byType how many of each type
     */
    default void skipped(String agent, Map<String, Long> byType) {}
}
