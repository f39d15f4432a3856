package io.ambit.bench.memory;

/**
 * What is asked for and where.
 *
 * @param sessions whether conversations are ranked, by their first hit, in place of messages
 * @param pooled whether all documents go into one space, in place of one for each of theirs
 * @param limit most questions to ask
 */
public record MemoryTrialSettings(boolean sessions, boolean pooled, int limit) {}
