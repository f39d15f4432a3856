package io.ambit.bench.backlog;

import io.ambit.core.item.ItemId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How good rankings are by graded judgements, added up over questions: the normalised discounted cumulative gain of the
 * first ten with gains of 2^grade - 1 (Järvelin and Kekäläinen 2002; Burges and others 2005), the reciprocal rank within
 * the first ten and whether the first is one, the share of those found within the first twenty, all three of items of
 * grade 2 and more, which answer on their own; and the share of the first ten that nobody judged.
 */
final class GradedScores {
    static final int DEEPEST = 20;
    private static final int CUT = 10;
    private static final int ANSWER = 2;

    private final Map<String, Double> sums = new LinkedHashMap<>();
    private int questions;

    /** The figures of one ranking, by name. */
    static Map<String, Double> of(List<String> ranking, Map<String, Integer> grades) {
        double gain = 0;
        double reciprocal = 0;
        int unjudged = 0;
        int depth = Math.min(CUT, ranking.size());
        for (int rank = 0; rank < depth; rank++) {
            Integer grade = grades.get(ItemId.key(ranking.get(rank)));
            gain += gain(grade == null ? 0 : grade, rank);
            unjudged += grade == null ? 1 : 0;
            if (grade != null && grade >= ANSWER && reciprocal == 0) {
                reciprocal = 1.0 / (rank + 1);
            }
        }
        double ideal = 0;
        List<Integer> best = grades.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(CUT)
                .toList();
        for (int rank = 0; rank < best.size(); rank++) {
            ideal += gain(best.get(rank), rank);
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("ndcg@10", ideal == 0 ? 0 : gain / ideal);
        figures.put("mrr@10", reciprocal);
        figures.put("success@1", reciprocal == 1 ? 1.0 : 0.0);
        figures.put("recall@20", recall(ranking, grades));
        figures.put("unjudged@10", depth == 0 ? 0 : (double) unjudged / depth);
        return figures;
    }

    private static double gain(int grade, int rank) {
        return (Math.pow(2, grade) - 1) * Math.log(2) / Math.log(rank + 2);
    }

    private static double recall(List<String> ranking, Map<String, Integer> grades) {
        long all = grades.values().stream().filter(grade -> grade >= ANSWER).count();
        long found = ranking.stream()
                .limit(DEEPEST)
                .filter(id -> grades.getOrDefault(ItemId.key(id), 0) >= ANSWER)
                .count();
        return all == 0 ? 0 : (double) found / all;
    }

    void add(Map<String, Double> figures) {
        questions++;
        figures.forEach((name, value) -> sums.merge(name, value, Double::sum));
    }

    int questions() {
        return questions;
    }

    /** The means by name. */
    Map<String, Double> means() {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> means.put(name, sum / questions));
        return means;
    }
}
