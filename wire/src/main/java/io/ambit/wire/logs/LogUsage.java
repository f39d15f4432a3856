package io.ambit.wire.logs;

/**
 * Tokens of one request as its provider billed them; no token stands in two of these.
 *
 * @param input computed and not kept in a cache
 * @param cacheRead read from the provider's cache
 * @param cacheWrite computed and kept for the usual time
 * @param cacheWriteHour computed and kept for an hour
 * @param output written by the model, reasoning included
 */
public record LogUsage(long input, long cacheRead, long cacheWrite, long cacheWriteHour, long output) {
    public LogUsage {
        // A log is no proof: a negative count would turn a bill around.
        input = Math.max(0, input);
        cacheRead = Math.max(0, cacheRead);
        cacheWrite = Math.max(0, cacheWrite);
        cacheWriteHour = Math.max(0, cacheWriteHour);
        output = Math.max(0, output);
    }

    /** All tokens of the request, whatever they cost. */
    public long request() {
        return input + cacheRead + cacheWrite + cacheWriteHour;
    }

    /** Whether any token was counted. */
    public boolean isKnown() {
        return request() + output > 0;
    }

    public LogUsage plus(LogUsage more) {
        return new LogUsage(
                input + more.input,
                cacheRead + more.cacheRead,
                cacheWrite + more.cacheWrite,
                cacheWriteHour + more.cacheWriteHour,
                output + more.output);
    }
}
