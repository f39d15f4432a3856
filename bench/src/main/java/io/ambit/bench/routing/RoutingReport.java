package io.ambit.bench.routing;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came out of a {@link RoutingTrial}.
 *
 * @param learned how many prompts were learned from
 * @param held what the training expects of {@link RoutingFigures#apgr()}, from prompts that it held back itself
 * @param all over all sets, on one scale
 * @param sets each alone, by name
 */
public record RoutingReport(
        int learned,
        double held,
        double trainingSeconds,
        double choiceMillisP50,
        double choiceMillisP99,
        RoutingFigures all,
        Map<String, RoutingFigures> sets) {

    /** The figures over all sets stand at the top, those of a set under {@code sets.NAME}. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>(all.json());
        json.put("learned", learned);
        json.put("held", rounded(held));
        json.put("trainingSeconds", rounded(trainingSeconds));
        json.put("choiceMillis.p50", rounded(choiceMillisP50));
        json.put("choiceMillis.p99", rounded(choiceMillisP99));
        Map<String, Object> nested = new LinkedHashMap<>();
        sets.forEach((name, figures) -> {
            nested.put(name, figures.json());
            figures.json().forEach((key, value) -> json.put("sets." + name + "." + key, value));
        });
        json.put("sets", nested);
        return json;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
