package io.ambit.core.routing.difficulty;

import io.ambit.core.error.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Learns a {@link LearnedDifficulty} from prompts whose outcomes are known. Equal examples in equal order give an equal
 * result. It takes some seconds for thousands of prompts.
 */
public final class DifficultyTraining {
    /** Fewer say nothing. */
    public static final int LEAST_EXAMPLES = 20;

    /** More are not read: the last ones count. */
    public static final int MOST_EXAMPLES = 20_000;

    private static final int FOLDS = 3;
    private static final int LEVELS = 101;

    private final double[] gains;
    private final TermCorpus corpus;
    private final double[][] shapes;

    private DifficultyTraining(List<Example> examples) {
        gains = examples.stream().mapToDouble(Example::gain).toArray();
        List<List<String>> tokens = examples.stream()
                .map(example -> PromptTokens.of(example.prompt()))
                .toList();
        corpus = new TermCorpus(tokens);
        shapes = new double[gains.length][];
        for (int row = 0; row < gains.length; row++) {
            shapes[row] = PromptShape.of(examples.get(row).prompt(), tokens.get(row));
        }
    }

    /**
     * Learns.
     *
     * @param examples oldest first
     * @param seed of what is drawn
     * @throws InvalidInputException where there are fewer than {@value #LEAST_EXAMPLES}
     */
    public static LearnedDifficulty train(List<Example> examples, long seed) {
        if (examples.size() < LEAST_EXAMPLES) {
            throw new InvalidInputException(
                    examples.size() + " prompts to learn from, expected " + LEAST_EXAMPLES + " or more");
        }
        return new DifficultyTraining(examples.subList(Math.max(0, examples.size() - MOST_EXAMPLES), examples.size()))
                .train(new SplittableRandom(seed));
    }

    private LearnedDifficulty train(SplittableRandom random) {
        double[] held = held(random);
        double recovered = new GainCurve(held, gains).recovered();
        int[] all = new int[gains.length];
        Arrays.setAll(all, row -> row);
        Fitted fitted = fit(all, random.split());
        return new LearnedDifficulty(
                gains.length,
                Double.isNaN(recovered) ? 0 : recovered,
                Math.min(GainCurve.chance(gains), 1),
                levels(held),
                fitted.terms.model(),
                fitted.trees);
    }

    /** What is estimated for each prompt by models that were learned from the others. */
    private double[] held(SplittableRandom random) {
        int[] fold = new int[gains.length];
        Arrays.setAll(fold, row -> row % FOLDS);
        for (int row = fold.length - 1; row > 0; row--) {
            int other = random.nextInt(row + 1);
            int kept = fold[row];
            fold[row] = fold[other];
            fold[other] = kept;
        }
        double[] held = new double[gains.length];
        for (int f = 0; f < FOLDS; f++) {
            int[] rows = new int[gains.length];
            int size = 0;
            for (int row = 0; row < fold.length; row++) {
                if (fold[row] != f) {
                    rows[size++] = row;
                }
            }
            Fitted fitted = fit(Arrays.copyOf(rows, size), random.split());
            for (int row = 0; row < fold.length; row++) {
                if (fold[row] == f) {
                    held[row] = fitted.terms.estimate(row) + fitted.trees.estimate(shapes[row]);
                }
            }
        }
        return held;
    }

    private record Fitted(TermTraining terms, TreeModel trees) {}

    private Fitted fit(int[] rows, SplittableRandom random) {
        double mean = 0;
        for (int row : rows) {
            mean += gains[row] / rows.length;
        }
        double[][] counts = new double[rows.length][];
        double[] rest = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            counts[i] = shapes[rows[i]];
            rest[i] = gains[rows[i]] - mean;
        }
        return new Fitted(new TermTraining(corpus, rows, gains), TreeTraining.train(counts, rest, random));
    }

    private static List<Double> levels(double[] estimates) {
        double[] sorted = estimates.clone();
        Arrays.sort(sorted);
        List<Double> levels = new ArrayList<>();
        for (int i = 0; i < LEVELS; i++) {
            levels.add(sorted[(int) ((long) (sorted.length - 1) * i / (LEVELS - 1))]);
        }
        return levels;
    }
}
