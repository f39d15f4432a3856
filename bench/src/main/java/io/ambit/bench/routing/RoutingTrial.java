package io.ambit.bench.routing;

import io.ambit.core.error.AmbitException;
import io.ambit.core.routing.difficulty.DifficultyTraining;
import io.ambit.core.routing.difficulty.LearnedDifficulty;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Learns from some prompts and orders others, as the product would. */
public final class RoutingTrial {
    private static final double NANOS = Duration.ofSeconds(1).toNanos();
    private static final double MILLIS = Duration.ofMillis(1).toNanos();

    private final LearnedDifficulty difficulty;
    private final double trainingSeconds;

    /** Learns. */
    public RoutingTrial(List<RoutedPrompt> train, long seed) {
        long start = System.nanoTime();
        difficulty = DifficultyTraining.train(
                train.stream().map(RoutedPrompt::example).toList(), seed);
        trainingSeconds = (System.nanoTime() - start) / NANOS;
    }

    /** What was learned. */
    public LearnedDifficulty difficulty() {
        return difficulty;
    }

    /** Orders prompts, whose outcomes are only looked at afterwards. */
    public RoutingReport judge(List<RoutedPrompt> test) {
        if (test.isEmpty()) {
            throw new AmbitException("no prompt to judge by, expected one or more");
        }
        double[] estimates = new double[test.size()];
        double[] millis = new double[test.size()];
        for (int i = 0; i < estimates.length; i++) {
            long start = System.nanoTime();
            estimates[i] = difficulty.gain(test.get(i).prompt());
            millis[i] = (System.nanoTime() - start) / MILLIS;
        }
        Arrays.sort(millis);
        Map<String, RoutingFigures> sets = new TreeMap<>();
        for (String set : test.stream().map(RoutedPrompt::set).distinct().toList()) {
            int[] rows = IntStream.range(0, test.size())
                    .filter(i -> test.get(i).set().equals(set))
                    .toArray();
            sets.put(
                    set,
                    RoutingFigures.of(
                            Arrays.stream(rows).mapToObj(test::get).toList(),
                            Arrays.stream(rows).mapToDouble(i -> estimates[i]).toArray()));
        }
        return new RoutingReport(
                difficulty.seen(),
                difficulty.recovered(),
                trainingSeconds,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                RoutingFigures.of(test, estimates),
                sets);
    }
}
