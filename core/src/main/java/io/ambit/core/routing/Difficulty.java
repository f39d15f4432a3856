package io.ambit.core.routing;

/** An estimate of how much better a stronger model would answer a prompt. Deterministic, thread-safe. */
public interface Difficulty {

    /**
     * Where the prompt stands among those that were learned from: 0 for the one that gains least from a stronger model,
     * 1 for the one that gains most. Takes bounded time for any text.
     */
    double rank(String prompt);

    /** How many outcomes it rests on; 0 where it is no better than chance, and rules are to decide. */
    int rows();
}
