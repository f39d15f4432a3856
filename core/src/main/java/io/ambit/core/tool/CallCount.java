package io.ambit.core.tool;

/**
 * How many calls there were, and what those cost that brought nothing.
 *
 * @param failed of {@code calls}
 * @param repeated of {@code calls}: what had been read before, with nothing written between
 * @param wastedTokens arguments and results of the failed and the repeated ones, in tokens of about four characters
 */
public record CallCount(int calls, int failed, int repeated, long wastedTokens) {
    public static final CallCount NONE = new CallCount(0, 0, 0, 0);

    public CallCount plus(CallCount other) {
        return new CallCount(
                calls + other.calls,
                failed + other.failed,
                repeated + other.repeated,
                wastedTokens + other.wastedTokens);
    }

    /** Failed calls in a hundred, 0 where there were none at all. */
    public double failedPercent() {
        return calls == 0 ? 0 : 100.0 * failed / calls;
    }

    /** Repeated calls in a hundred, 0 where there were none at all. */
    public double repeatedPercent() {
        return calls == 0 ? 0 : 100.0 * repeated / calls;
    }
}
