package io.ambit.core.routing.difficulty;

import java.util.Arrays;
import java.util.Comparator;

/**
 * What is gained where the prompts of the highest estimates go to the stronger model, as their share grows. Prompts of
 * equal estimates stand in any order: the curve is the mean over all of them, a straight line.
 */
public final class GainCurve {
    private final double[] gained;

    /**
     * The curve of an order.
     *
     * @param estimates of each prompt
     * @param gains what the stronger model did better at each
     */
    public GainCurve(double[] estimates, double[] gains) {
        if (estimates.length != gains.length) {
            throw new IllegalArgumentException(estimates.length + " estimates for " + gains.length + " gains");
        }
        Integer[] order = new Integer[gains.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -estimates[i]));
        gained = new double[gains.length + 1];
        for (int from = 0; from < order.length; ) {
            int to = from;
            double sum = 0;
            while (to < order.length && Double.compare(estimates[order[to]], estimates[order[from]]) == 0) {
                sum += gains[order[to++]];
            }
            for (int i = from; i < to; i++) {
                gained[i + 1] = gained[from] + sum * (i + 1 - from) / (to - from);
            }
            from = to;
        }
    }

    /** What is gained where every prompt goes to the stronger model, per prompt: the gap between both. */
    public double gap() {
        return gained.length == 1 ? 0 : gained[gained.length - 1] / (gained.length - 1);
    }

    /** What is gained per prompt where the share {@code share} of the prompts, in [0, 1], goes to the stronger model. */
    public double at(double share) {
        double place = share * (gained.length - 1);
        int low = (int) place;
        double gain = low == place ? gained[low] : gained[low] + (place - low) * (gained[low + 1] - gained[low]);
        return gained.length == 1 ? 0 : gain / (gained.length - 1);
    }

    /**
     * The average share of the gap that is recovered: the area under the curve, over the whole gap (APGR of RouteLLM, Ong
     * et al. 2024). About 0.5 for a random order, more than 1 where the right prompts go first and others are better left.
     * NaN where there is no gap.
     */
    public double recovered() {
        double area = 0;
        for (int i = 1; i < gained.length; i++) {
            area += (gained[i - 1] + gained[i]) / 2;
        }
        int prompts = gained.length - 1;
        return gap() > 0 ? area / prompts / gained[prompts] : Double.NaN;
    }

    /** The smallest share of strong calls that recovers {@code part} of the gap; NaN where there is no gap. */
    public double shareFor(double part) {
        int prompts = gained.length - 1;
        for (int i = 0; gap() > 0 && i <= prompts; i++) {
            if (gained[i] >= part * gained[prompts] - 1e-9) {
                return (double) i / prompts;
            }
        }
        return Double.NaN;
    }

    /** How far {@link #recovered()} of a random order lies from 0.5, as a standard deviation; infinite without a gap. */
    public static double chance(double[] gains) {
        double sum = 0;
        double squares = 0;
        for (double gain : gains) {
            sum += gain;
            squares += gain * gain;
        }
        return sum > 0 ? Math.sqrt(squares / 12) / sum : Double.POSITIVE_INFINITY;
    }
}
