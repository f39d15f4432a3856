package io.ambit.core.event;

import java.time.Duration;

/**
 * What one strategy did for one query.
 *
 * @param results records that it found
 * @param selected how many of those that were shown it had found
 * @param latency of the call that served it; where one call serves two strategies, each has its whole time
 * @param propensity with what probability it was chosen to run, above 0 to 1; 1 where there was no choice
 */
public record StrategyRun(StrategyType type, int results, int selected, Duration latency, double propensity) {
    public StrategyRun {
        if (results < 0 || selected < 0 || selected > results) {
            throw new IllegalArgumentException(
                    type.label() + ": " + selected + " of " + results + " results, expected 0 or more, and no more");
        }
        if (!(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException("propensity " + propensity + ", expected above 0, to 1");
        }
    }
}
