package io.ambit.core.memory.recall;

/**
 * What is done beside the search by meaning and words.
 *
 * @param temporal whether what the question says of time is heeded
 * @param graph whether links are followed
 * @param propensity with what probability this choice was made, above 0 to 1; 1 where nobody chose
 */
public record Strategies(boolean temporal, boolean graph, double propensity) {
    public static final Strategies ALL = new Strategies(true, true, 1);
}
