package io.ambit.core.tooluse.suggest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How probable the words of a request are for each tool (multinomial naive Bayes, McCallum and Nigam 1998), from the
 * requests that it served and, as if it were a request that came a few times, its description.
 */
final class StemBayes {
    private static final double DESCRIPTION = 3;
    private static final double SMOOTHING = 0.3;
    /** Words come in company: their logarithms are added as if only every fourth told something new. */
    private static final double DEPENDENCE = 4;

    private final double[] priors;
    private final double[] totals;
    private final Map<String, Map<Integer, Double>> counts = new HashMap<>();

    StemBayes(ToolSet tools, RequestLines lines) {
        priors = new double[tools.size()];
        totals = new double[tools.size()];
        Set<String> vocabulary = new HashSet<>();
        for (int t = 0; t < tools.size(); t++) {
            for (String term : tools.terms(t)) {
                count(term, t, DESCRIPTION);
            }
            vocabulary.addAll(tools.terms(t));
        }
        for (RequestLines.Line line : lines.all()) {
            priors[line.tool()]++;
            for (String term : line.read().terms()) {
                count(term, line.tool(), 1);
            }
            vocabulary.addAll(line.read().terms());
        }
        for (int t = 0; t < priors.length; t++) {
            priors[t] = Math.log(priors[t] + 1);
            totals[t] = Math.log(totals[t] + SMOOTHING * Math.max(1, vocabulary.size()));
        }
    }

    private void count(String term, int tool, double weight) {
        counts.computeIfAbsent(term, any -> new HashMap<>()).merge(tool, weight, Double::sum);
        totals[tool] += weight;
    }

    /** The probability of each tool against the most probable one, from 0 to 1. */
    double[] likelihoods(List<String> request) {
        double[] logs = new double[priors.length];
        for (int t = 0; t < logs.length; t++) {
            logs[t] = priors[t];
        }
        int known = 0;
        for (String term : request) {
            Map<Integer, Double> found = counts.get(term);
            if (found != null) {
                known++;
                found.forEach((tool, count) -> logs[tool] += Math.log((count + SMOOTHING) / SMOOTHING));
            }
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < logs.length; t++) {
            logs[t] -= known * totals[t];
            best = Math.max(best, logs[t]);
        }
        for (int t = 0; t < logs.length; t++) {
            logs[t] = Math.exp((logs[t] - best) / DEPENDENCE);
        }
        return logs;
    }
}
