package io.ambit.bench.replay;

import io.ambit.core.economics.ReplayTotals;

/** The scores of one policy over a set of trajectories. */
public record PolicyScores(ReplayTotals totals, Removed removed, BuildTimes build) {}
