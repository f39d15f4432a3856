package io.ambit.core.tooluse.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The logged requests that are nearest to one that is asked. */
final class Neighbours {
    private static final int MOST = 20;
    private static final double WORDS = 0.3;
    private static final double SHARPNESS = 12;
    /** Failures of requests less alike than this say nothing. */
    private static final double ALIKE = 0.5;
    /** One failure of the very same request counts so much before anything worked. */
    private static final double DOUBT = 0.5;

    private Neighbours() {}

    /** A line with how alike its request is, at most 1. */
    record Near(int line, double likeness) {
        double weight() {
            return Math.exp(SHARPNESS * (likeness - 1));
        }
    }

    /** How alike each logged request is: by meaning, where there is a model, and by words. */
    static double[] likeness(RequestLines lines, Asked asked) {
        double[] words = lines.sharedWords(asked.terms());
        byte[] vector = asked.bytes();
        if (vector != null) {
            double[] cosines = lines.cosines(vector);
            for (int l = 0; l < words.length; l++) {
                words[l] = WORDS * words[l] + (1 - WORDS) * cosines[l];
            }
        }
        return words;
    }

    /** The nearest ones, nearest first. */
    static List<Near> nearest(double[] likeness) {
        Comparator<Near> farthestFirst =
                Comparator.comparingDouble(Near::likeness).thenComparingInt(Near::line);
        PriorityQueue<Near> nearest = new PriorityQueue<>(MOST + 1, farthestFirst);
        for (int l = 0; l < likeness.length; l++) {
            Near first = nearest.peek();
            if (likeness[l] > 0 && (nearest.size() < MOST || first == null || likeness[l] >= first.likeness())) {
                nearest.add(new Near(l, likeness[l]));
                if (nearest.size() > MOST) {
                    nearest.remove();
                }
            }
        }
        List<Near> found = new ArrayList<>(nearest);
        found.sort(farthestFirst.reversed());
        return found;
    }

    /** The share of the nearest requests that each tool served, weighed by how near they are. */
    static double[] votes(RequestLines lines, List<Near> nearest, int tools) {
        double[] votes = new double[tools];
        double sum = 0;
        for (Near near : nearest) {
            votes[lines.line(near.line()).tool()] += near.weight();
            sum += near.weight();
        }
        for (int t = 0; sum > 0 && t < tools; t++) {
            votes[t] /= sum;
        }
        return votes;
    }

    /** How much speaks against each tool, from 0 to 1: it failed where others like the request were made. */
    static double[] failures(
            RequestLines worked, double[] likeWorked, RequestLines failed, double[] likeFailed, int tools) {
        double[] against = weights(failed, likeFailed, tools);
        double[] speaking = weights(worked, likeWorked, tools);
        for (int t = 0; t < tools; t++) {
            against[t] /= against[t] + speaking[t] + DOUBT;
        }
        return against;
    }

    private static double[] weights(RequestLines lines, double[] likeness, int tools) {
        double[] weights = new double[tools];
        for (int l = 0; l < likeness.length; l++) {
            if (likeness[l] > ALIKE) {
                weights[lines.line(l).tool()] += new Near(l, likeness[l]).weight();
            }
        }
        return weights;
    }
}
