package io.ambit.bench.replay;

/**
 * One of the largest tool outputs.
 *
 * @param message index in the trajectory
 * @param beginning its first characters
 */
public record LargeOutput(String trajectory, int message, String tool, int tokens, String beginning) {}
