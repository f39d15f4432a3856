package io.ambit.bench.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How good rankings are, added up over questions: at each k whether any, whether every, and what share of the relevant
 * items stands among the first k; and the normalised discounted cumulative gain of the first ten with gains of 0 and 1
 * (Järvelin and Kekäläinen 2002). In percent.
 */
final class RankScores {
    static final List<Integer> DEPTHS = List.of(1, 5, 10, 20);
    static final int DEEPEST = 20;

    private static final int NDCG = 10;
    private static final double PERCENT = 100;

    private final Map<String, Double> sums = new LinkedHashMap<>();
    private int questions;

    /** Takes one ranking of distinct items; {@code relevant} has at least one. */
    <T> void add(List<T> ranking, Set<T> relevant) {
        questions++;
        for (String kind : List.of("any", "all", "frac")) {
            for (int depth : DEPTHS) {
                long hits =
                        ranking.stream().limit(depth).filter(relevant::contains).count();
                sums.merge(kind + "@" + depth, value(kind, hits, relevant.size()), Double::sum);
            }
        }
        sums.merge("ndcg@" + NDCG, ndcg(ranking, relevant), Double::sum);
    }

    private static double value(String kind, long hits, int relevant) {
        return switch (kind) {
            case "any" -> hits > 0 ? 1 : 0;
            case "all" -> hits == relevant ? 1 : 0;
            default -> (double) hits / relevant;
        };
    }

    private static <T> double ndcg(List<T> ranking, Set<T> relevant) {
        double gain = 0;
        double ideal = 0;
        for (int i = 0; i < NDCG; i++) {
            double discounted = 1 / (Math.log(i + 2) / Math.log(2));
            gain += i < ranking.size() && relevant.contains(ranking.get(i)) ? discounted : 0;
            ideal += i < relevant.size() ? discounted : 0;
        }
        return gain / ideal;
    }

    int questions() {
        return questions;
    }

    /** The means by name, "frac@5" and the like. */
    Map<String, Double> means() {
        Map<String, Double> means = new LinkedHashMap<>();
        for (String name : new ArrayList<>(sums.keySet())) {
            means.put(name, PERCENT * sums.getOrDefault(name, 0.0) / questions);
        }
        return means;
    }
}
