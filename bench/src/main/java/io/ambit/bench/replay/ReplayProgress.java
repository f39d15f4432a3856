package io.ambit.bench.replay;

/** Hears how far a replay has come. */
public interface ReplayProgress {
    ReplayProgress SILENT = (trajectories, share) -> {};

    /**
     * Called as the work goes on.
     *
     * @param trajectories done so far
     * @param share of all input that is done, 0 to 1; negative where the size of the input is not known
     */
    void at(int trajectories, double share);
}
