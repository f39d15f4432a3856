package io.ambit.core.economics;

import java.util.List;

/**
 * What one forwarded request cost and what it lacked.
 *
 * @param sent its tokens, what a policy adds included
 * @param cached those of them that the request before it had in the same place
 * @param charged its price with a retrieval for each identifier that it lacks, in plain input tokens
 * @param usesEvidence whether the step that it led to uses an identifier from before
 * @param lost the identifiers that the step used and the request did not hold
 * @param words how many words of the step's prose came from tool outputs alone
 * @param lostWords how many of those the request did not hold
 * @param retrieves whether the charged cost holds a retrieval
 */
public record StepScore(
        long sent,
        long cached,
        double charged,
        boolean usesEvidence,
        List<String> lost,
        int words,
        int lostWords,
        boolean retrieves) {
    public StepScore {
        lost = List.copyOf(lost);
    }

    public long uncached() {
        return sent - cached;
    }

    /** Price of the request as it is, in plain input tokens. */
    public double priced() {
        return Prices.USUAL.of(sent, cached);
    }
}
