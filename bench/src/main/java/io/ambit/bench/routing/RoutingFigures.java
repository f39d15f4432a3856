package io.ambit.bench.routing;

import io.ambit.core.routing.difficulty.GainCurve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an order of prompts is worth.
 *
 * @param prompts how many there are
 * @param weak accuracy of the weaker model
 * @param strong accuracy of the stronger one
 * @param apgr {@link GainCurve#recovered()}; NaN, as those below, where the stronger model is no better
 * @param strongFor50 share of strong calls that recovers half of the gap
 * @param strongFor80 share of strong calls that recovers 80 % of it
 * @param curve accuracy at each tenth of strong calls, from none to all
 */
public record RoutingFigures(
        int prompts,
        double weak,
        double strong,
        double apgr,
        double strongFor50,
        double strongFor80,
        List<Double> curve) {
    private static final int PARTS = 10;

    public RoutingFigures {
        curve = List.copyOf(curve);
    }

    /** @param estimates the higher, the sooner a prompt goes to the stronger model */
    static RoutingFigures of(List<RoutedPrompt> prompts, double[] estimates) {
        double weak = prompts.stream().filter(RoutedPrompt::weakRight).count() / (double) Math.max(1, prompts.size());
        GainCurve curve = new GainCurve(
                estimates,
                prompts.stream().mapToDouble(prompt -> prompt.example().gain()).toArray());
        List<Double> accuracy = new ArrayList<>();
        for (int part = 0; part <= PARTS; part++) {
            accuracy.add(weak + curve.at((double) part / PARTS));
        }
        return new RoutingFigures(
                prompts.size(),
                weak,
                weak + curve.gap(),
                curve.recovered(),
                curve.shareFor(0.5),
                curve.shareFor(0.8),
                accuracy);
    }

    /** For programs; what is not known is left out. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("prompts", prompts);
        put(json, "weak", weak);
        put(json, "strong", strong);
        put(json, "apgr", apgr);
        put(json, "strongFor50", strongFor50);
        put(json, "strongFor80", strongFor80);
        json.put("curve", curve.stream().map(RoutingFigures::rounded).toList());
        return json;
    }

    private static void put(Map<String, Object> json, String name, double value) {
        if (!Double.isNaN(value)) {
            json.put(name, rounded(value));
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
