package io.ambit.core.tooluse.usage;

/**
 * What is to be analysed.
 *
 * @param timeRange as {@link UsagePeriod#parse} reads it, "" for the usual
 * @param epicId only what was called for this epic and what belongs to it; "" for everything
 */
public record UsageRequest(String timeRange, String epicId) {}
