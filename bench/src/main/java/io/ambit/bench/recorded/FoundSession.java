package io.ambit.bench.recorded;

import java.time.Instant;

/**
 * A session that lies on this machine.
 *
 * @param agent that left it
 * @param input what to read
 * @param lastUsed when it last grew
 */
public record FoundSession(String agent, RecordedInput input, Instant lastUsed) {}
