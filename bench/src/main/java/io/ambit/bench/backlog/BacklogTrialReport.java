package io.ambit.bench.backlog;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of a trial.
 *
 * @param embedder name of the model, or "none"
 * @param scores means over the questions to the backlog, by name, see {@link GradedScores}
 * @param recallScores the same over the questions to memory
 * @param kinds the same by the questions' classes
 * @param questions the same of each question
 */
public record BacklogTrialReport(
        String embedder,
        int items,
        int queries,
        Map<String, Double> scores,
        int recallQueries,
        Map<String, Double> recallScores,
        Map<String, Map<String, Double>> kinds,
        Map<String, Map<String, Double>> questions,
        double queryMillisP50,
        double queryMillisP95) {

    /** One flat JSON object. */
    public Map<String, Object> json() {
        Map<String, Object> flat = new LinkedHashMap<>();
        flat.put("embedder", embedder);
        flat.put("items", items);
        flat.put("queries", queries);
        put(flat, "", scores);
        flat.put("queryMillis.p50", rounded(queryMillisP50));
        flat.put("queryMillis.p95", rounded(queryMillisP95));
        kinds.forEach((kind, values) -> put(flat, "classes." + kind + ".", values));
        flat.put("recallQueries", recallQueries);
        put(flat, "recall.", recallScores);
        questions.forEach((id, values) -> put(flat, "questions." + id + ".", values));
        return flat;
    }

    private static void put(Map<String, Object> flat, String prefix, Map<String, Double> values) {
        values.forEach((name, value) -> flat.put(prefix + name, rounded(value)));
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
