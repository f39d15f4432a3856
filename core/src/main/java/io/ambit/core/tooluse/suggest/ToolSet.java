package io.ambit.core.tooluse.suggest;

import io.ambit.core.spi.TermAnalysis;
import io.ambit.core.text.Hash;
import io.ambit.core.tool.ToolDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Tools among which one is looked for, and their words. Immutable. */
final class ToolSet {
    private static final double K1 = 1.2;
    /** How much a long description is held against its words: what names everything fits nothing well. */
    private static final double B = 0.4;

    private final List<ToolDefinition> tools;
    private final List<Set<String>> terms = new ArrayList<>();
    private final Map<String, int[]> having = new HashMap<>();
    private final Map<String, int[]> byName = new HashMap<>();
    private final List<Map<Hash, Float>> meanings = new ArrayList<>();
    private final Map<Hash, String> texts = new LinkedHashMap<>();
    private final double average;

    ToolSet(List<ToolDefinition> tools, TermAnalysis analysis) {
        this.tools = List.copyOf(tools);
        double sum = 0;
        for (int t = 0; t < tools.size(); t++) {
            int tool = t;
            ToolTexts of = new ToolTexts(tools.get(t));
            Set<String> own = of.terms(analysis);
            terms.add(own);
            sum += own.size();
            own.forEach(term -> having.merge(term, new int[] {tool}, ToolSet::joined));
            byName.merge(tools.get(t).name(), new int[] {tool}, ToolSet::joined);
            Map<Hash, Float> shares = new HashMap<>();
            of.meanings().forEach((text, share) -> {
                Hash hash = Hash.of(text);
                shares.put(hash, share);
                texts.put(hash, text);
            });
            meanings.add(shares);
        }
        average = Math.max(1, sum / Math.max(1, tools.size()));
    }

    private static int[] joined(int[] first, int[] second) {
        return IntStream.concat(IntStream.of(first), IntStream.of(second)).toArray();
    }

    int size() {
        return tools.size();
    }

    ToolDefinition tool(int tool) {
        return tools.get(tool);
    }

    List<ToolDefinition> tools() {
        return tools;
    }

    /** Its terms, each once. */
    Set<String> terms(int tool) {
        return terms.get(tool);
    }

    /** The tools of a name, of several servers maybe. */
    int[] named(String name) {
        return byName.getOrDefault(name, new int[0]);
    }

    /** The texts whose vectors {@link #vectors} needs. */
    Map<Hash, String> texts() {
        return texts;
    }

    /** A vector of length 1 for each tool; empty while one of them is not there yet. */
    List<float[]> vectors(TextMeaning meaning) {
        List<float[]> vectors = new ArrayList<>();
        for (Map<Hash, Float> shares : meanings) {
            float[] sum = new float[meaning.dimension()];
            for (Map.Entry<Hash, Float> share : shares.entrySet()) {
                byte[] vector = meaning.of(share.getKey());
                if (vector == null) {
                    return List.of();
                }
                Cosine.add(sum, vector, share.getValue());
            }
            vectors.add(Cosine.unit(sum));
        }
        return List.copyOf(vectors);
    }

    /**
     * How well the words of each tool fit those of a request (BM25, Robertson and others 1994), as a share of the one
     * that fits best. Each word of a description counts once, however often it stands there.
     */
    double[] words(List<String> request) {
        double[] scores = fits(request);
        double best = largest(scores);
        for (int t = 0; best > 0 && t < scores.length; t++) {
            scores[t] /= best;
        }
        return scores;
    }

    /** How well the words of the tool that fits best fit; more where they are rare or many. */
    double told(List<String> request) {
        return largest(fits(request));
    }

    private double[] fits(List<String> request) {
        double[] scores = new double[tools.size()];
        for (String term : request) {
            int[] found = having.getOrDefault(term, new int[0]);
            double idf = idf(found.length);
            for (int tool : found) {
                double length = 1 - B + B * terms.get(tool).size() / average;
                scores[tool] += idf * (1 + K1) / (1 + K1 * length);
            }
        }
        return scores;
    }

    private static double largest(double[] scores) {
        double best = 0;
        for (double score : scores) {
            best = Math.max(best, score);
        }
        return best;
    }

    /** How many tools have a term. */
    int having(String term) {
        return having.getOrDefault(term, new int[0]).length;
    }

    private double idf(int found) {
        return Math.log(1 + (tools.size() - found + 0.5) / (found + 0.5));
    }
}
