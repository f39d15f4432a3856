package io.ambit.core.routing.difficulty;

import io.ambit.core.routing.Difficulty;
import java.util.Arrays;
import java.util.List;

/**
 * What was learned from prompts whose outcomes are known: a linear model of their words and small trees over their
 * shapes, added up.
 *
 * @param seen how many prompts it was learned from
 * @param recovered {@link GainCurve#recovered()} on prompts that were held back in training, 0 where it cannot be said
 * @param chance how far that of a random order lies from 0.5, as a standard deviation
 * @param levels estimates of prompts that were held back, evenly spaced over their order, lowest first
 */
public record LearnedDifficulty(
        int seen, double recovered, double chance, List<Double> levels, TermModel terms, TreeModel trees)
        implements Difficulty {
    /** Deviations from a random order from which on an estimate counts. */
    private static final double EVIDENCE = 2;

    public LearnedDifficulty {
        levels = List.copyOf(levels);
        if (levels.size() < 2) {
            throw new IllegalArgumentException(levels.size() + " levels, expected 2 or more");
        }
    }

    /** How much better the stronger model is expected to answer: the chance that it is right less that of the weaker. */
    public double gain(String prompt) {
        List<String> tokens = PromptTokens.of(prompt);
        return terms.estimate(PromptTerms.of(tokens)) + trees.estimate(PromptShape.of(prompt, tokens));
    }

    @Override
    public double rank(String prompt) {
        return place(gain(prompt));
    }

    private double place(double gain) {
        double[] sorted = levels.stream().mapToDouble(Double::doubleValue).toArray();
        if (gain <= sorted[0]) {
            return 0;
        }
        if (gain >= sorted[sorted.length - 1]) {
            return 1;
        }
        int found = Arrays.binarySearch(sorted, gain);
        int above = found < 0 ? -found - 1 : found;
        double width = sorted[above] - sorted[above - 1];
        double part = width > 0 ? (gain - sorted[above - 1]) / width : 1;
        return (above - 1 + part) / (sorted.length - 1);
    }

    /** None where what was held back gave no evidence that the estimate is better than chance. */
    @Override
    public int rows() {
        return recovered - 0.5 > EVIDENCE * chance ? seen : 0;
    }
}
