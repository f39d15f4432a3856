package io.ambit.core.tooluse.suggest;

import io.ambit.core.vector.ByteVectors;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests of one outcome, oldest first, each with the tool that was called for it. Immutable. */
final class RequestLines {
    /** A line and its tool in the set. */
    record Line(LoggedCall call, ReadText read, int tool) {}

    private final List<Line> lines;
    private final Map<String, int[]> having = new HashMap<>();
    private final float[] weights;
    private final @Nullable TextMeaning meaning;
    private final byte[] vectors;
    private final float[] lengths;

    /** Lines whose vectors are all there, where there is a model. */
    RequestLines(List<Line> lines, @Nullable TextMeaning meaning) {
        this.lines = List.copyOf(lines);
        this.meaning = meaning;
        Map<String, Integer> sizes = new HashMap<>();
        for (Line line : lines) {
            new HashSet<>(line.read().terms()).forEach(term -> sizes.merge(term, 1, Integer::sum));
        }
        Map<String, Integer> filled = new HashMap<>();
        weights = new float[lines.size()];
        for (int l = 0; l < lines.size(); l++) {
            double squares = 0;
            for (String term : new LinkedHashSet<>(lines.get(l).read().terms())) {
                int size = sizes.getOrDefault(term, 0);
                having.computeIfAbsent(term, any -> new int[size])[filled.merge(term, 1, Integer::sum) - 1] = l;
                squares += Math.pow(idf(size), 2);
            }
            weights[l] = (float) Math.sqrt(squares);
        }
        int dimension = meaning == null ? 0 : meaning.dimension();
        vectors = new byte[dimension * lines.size()];
        lengths = new float[lines.size()];
        for (int l = 0; meaning != null && l < lines.size(); l++) {
            byte[] vector = meaning.of(lines.get(l).read().hash());
            if (vector != null) {
                System.arraycopy(vector, 0, vectors, l * dimension, dimension);
                lengths[l] = (float) Math.max(1, ByteVectors.length(vector));
            }
        }
    }

    int size() {
        return lines.size();
    }

    Line line(int line) {
        return lines.get(line);
    }

    List<Line> all() {
        return lines;
    }

    /** The cosine of each request and one that is asked; all 0 without a model. */
    double[] cosines(byte[] asked) {
        double[] cosines = new double[lines.size()];
        if (meaning != null && asked.length == meaning.dimension()) {
            double length = Math.max(1, ByteVectors.length(asked));
            for (int l = 0; l < cosines.length; l++) {
                if (lengths[l] > 0) {
                    cosines[l] = ByteVectors.product(vectors, l * asked.length, asked, 0, asked.length)
                            / (lengths[l] * length);
                }
            }
        }
        return cosines;
    }

    /** The cosine of the words of each request and of one that is asked, rare words counting for more. */
    double[] sharedWords(List<String> asked) {
        double[] sums = new double[lines.size()];
        Set<String> terms = new LinkedHashSet<>(asked);
        double squares = 0;
        for (String term : terms) {
            int[] found = having.getOrDefault(term, new int[0]);
            double weight = Math.pow(idf(Math.max(1, found.length)), 2);
            squares += weight;
            for (int line : found) {
                sums[line] += weight;
            }
        }
        double length = Math.sqrt(squares);
        for (int l = 0; l < sums.length; l++) {
            sums[l] = sums[l] > 0 ? sums[l] / (weights[l] * length) : 0;
        }
        return sums;
    }

    private double idf(int found) {
        return Math.log((lines.size() + 1.5) / found);
    }

    /** The tools that requests were served by, marked. */
    boolean[] tools(int all) {
        boolean[] marked = new boolean[all];
        lines.forEach(line -> marked[line.tool()] = true);
        return marked;
    }
}
