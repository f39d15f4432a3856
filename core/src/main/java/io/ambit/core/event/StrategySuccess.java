package io.ambit.core.event;

/**
 * How often the work ended well for which a strategy found something that was shown.
 *
 * @param queries those whose outcome was reported
 * @param successes those of them whose outcome was a success
 */
public record StrategySuccess(StrategyType type, long queries, long successes) {

    /** 0 to 1; 0 where nothing was reported. */
    public double rate() {
        return queries == 0 ? 0 : (double) successes / queries;
    }
}
