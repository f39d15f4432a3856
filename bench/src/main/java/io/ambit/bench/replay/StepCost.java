package io.ambit.bench.replay;

/**
 * What the requests of one step number cost, over the trajectories that get so far.
 *
 * @param step from 0
 * @param trajectories that have such a step
 * @param priced mean priced cost, in plain input tokens
 * @param sent mean tokens sent
 */
public record StepCost(int step, int trajectories, double priced, double sent) {}
