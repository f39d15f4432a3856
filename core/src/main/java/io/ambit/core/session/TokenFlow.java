package io.ambit.core.session;

import java.time.Instant;

/**
 * The tokens of the steps that began within a span of time.
 *
 * @param from where the span begins
 * @param steps how many there were
 * @param tokensIn of the clients' requests
 * @param tokensOut of what was forwarded for them
 */
public record TokenFlow(Instant from, int steps, long tokensIn, long tokensOut) {}
