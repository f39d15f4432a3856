package io.ambit.core.tooluse.suggest;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How well each tool of a set fits a request. */
final class Scores {
    private final double[] total;
    private final double[] words;
    private final double[] votes;
    private final double[] failures;
    private final List<Neighbours.Near> nearest;

    Scores(double[] total, double[] words, double[] votes, double[] failures, List<Neighbours.Near> nearest) {
        this.total = total;
        this.words = words;
        this.votes = votes;
        this.failures = failures;
        this.nearest = List.copyOf(nearest);
    }

    /** What tools are ranked by. */
    double total(int tool) {
        return total[tool];
    }

    /** How well the words of its description fit, as a share of the best. */
    double words(int tool) {
        return words[tool];
    }

    /** The share of the nearest requests that it served. */
    double votes(int tool) {
        return votes[tool];
    }

    /** How much speaks against it. */
    double failures(int tool) {
        return failures[tool];
    }

    /** The nearest requests of the log that were served, nearest first. */
    List<Neighbours.Near> nearest() {
        return nearest;
    }

    /** All tools, best first; those of equal scores in the order of the set. */
    List<Integer> order() {
        return IntStream.range(0, total.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer tool) -> -total[tool]))
                .toList();
    }
}
