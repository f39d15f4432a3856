package io.ambit.bench.replay;

/** Takes what a reader finds, in order. */
interface TrajectorySink {
    void trajectory(Trajectory trajectory);

    void problem(InputProblem problem);
}
