package io.ambit.core.session;

/**
 * A step that is about to be forwarded. Recording it makes the originals of all its cuts durable.
 *
 * @param earlier the decisions that the step started from; only what changed since is written
 * @param bytesIn size of the body as the client sent it, uncompressed
 * @param bytesOut size of the body as it is forwarded
 * @param failedOpen why planning failed and new parts went out whole, "" where it did not
 */
public record StepStart(
        SessionId session,
        Arrival arrival,
        String policy,
        Decisions earlier,
        Decisions decisions,
        boolean retrieveTool,
        int bytesIn,
        int bytesOut,
        String failedOpen) {}
