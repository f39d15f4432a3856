package io.ambit.bench.memory;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of a trial.
 *
 * @param embedder name of the model, or "none"
 * @param skipped questions that name no evidence
 * @param scores by name, see {@link RankScores}; in percent
 * @param categories the same by category
 * @param documentsPerSecond stored and indexed, vectors included
 */
public record MemoryTrialReport(
        String embedder,
        int documents,
        int queries,
        int skipped,
        Map<String, Double> scores,
        Map<String, Map<String, Double>> categories,
        double queryMillisP50,
        double queryMillisP95,
        double documentsPerSecond) {

    /** One flat JSON object. */
    public Map<String, Object> json() {
        Map<String, Object> flat = new LinkedHashMap<>();
        flat.put("embedder", embedder);
        flat.put("documents", documents);
        flat.put("queries", queries);
        flat.put("skipped", skipped);
        flat.putAll(rounded("", scores));
        flat.put("queryMillis.p50", rounded(queryMillisP50));
        flat.put("queryMillis.p95", rounded(queryMillisP95));
        flat.put("documentsPerSecond", rounded(documentsPerSecond));
        categories.forEach((name, values) -> flat.putAll(rounded("categories." + name + ".", values)));
        return flat;
    }

    private static Map<String, Double> rounded(String prefix, Map<String, Double> values) {
        Map<String, Double> rounded = new LinkedHashMap<>();
        values.forEach((name, value) -> rounded.put(prefix + name, rounded(value)));
        return rounded;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
