package io.ambit.bench.tools;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often the right tools were suggested.
 *
 * @param tools how many there were to choose from
 * @param queries how many requests were judged
 * @param lines how many lines of the log were learned from
 * @param recall for each of {@link #CUTS} the share of the right tools among the first k
 * @param hit for each of them the share of requests with a right tool among the first k
 * @param millisP50 time of a suggestion
 * @param calibration how far confidence is from how often it is right, on average (expected calibration error)
 * @param prepareSeconds until everything was learned
 */
public record ToolReport(
        int tools,
        int queries,
        int lines,
        List<Double> recall,
        List<Double> hit,
        double millisP50,
        double millisP95,
        double calibration,
        double prepareSeconds) {
    /** How many of the first suggestions are looked at. */
    public static final List<Integer> CUTS = List.of(1, 3, 5, 10);

    public ToolReport {
        recall = List.copyOf(recall);
        hit = List.copyOf(hit);
    }

    /** For programs. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tools", tools);
        json.put("queries", queries);
        json.put("logLines", lines);
        for (int c = 0; c < CUTS.size(); c++) {
            json.put("recall@" + CUTS.get(c), rounded(recall.get(c)));
        }
        for (int c = 0; c < CUTS.size(); c++) {
            json.put("hit@" + CUTS.get(c), rounded(hit.get(c)));
        }
        json.put("queryMillis.p50", rounded(millisP50));
        json.put("queryMillis.p95", rounded(millisP95));
        json.put("calibrationError", rounded(calibration));
        json.put("prepareSeconds", rounded(prepareSeconds));
        return json;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
