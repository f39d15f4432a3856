package io.ambit.core.routing.profile;

import io.ambit.core.retrieval.EnglishWords;
import io.ambit.core.retrieval.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The examples that are most like a task: by the cosine of the words that both use, rare words weighing more (TF-IDF).
 * Two are taken, and a third where it is nearly as near as the first. Deterministic.
 */
public final class ExampleChoice {
    private static final int LEAST = 2;
    private static final int MOST = 3;

    /** How near the third must be, as a share of the first. */
    private static final double NEAR = 0.5;

    /** A task longer than this is judged by its beginning, in characters. */
    private static final int MAX_TASK = 10_000;

    private ExampleChoice() {}

    private record Scored(Example example, double score) {}

    /** The nearest first; of equally near ones the first of the profile. */
    public static List<Example> of(List<Example> examples, String task) {
        List<Map<String, Double>> texts = new ArrayList<>();
        Map<String, Integer> documents = new HashMap<>();
        for (Example example : examples) {
            Map<String, Double> words = words(example.task() + " " + String.join(" ", example.tags()));
            texts.add(words);
            words.keySet().forEach(word -> documents.merge(word, 1, Integer::sum));
        }
        Map<String, Double> asked = words(task.substring(0, Math.min(task.length(), MAX_TASK)));
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            scored.add(new Scored(examples.get(i), cosine(asked, texts.get(i), documents, examples.size())));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        List<Example> chosen = new ArrayList<>();
        for (Scored one : scored) {
            boolean near = chosen.size() < MOST
                    && one.score() > 0
                    && one.score() >= NEAR * scored.get(0).score();
            if (chosen.size() < LEAST || near) {
                chosen.add(one.example());
            }
        }
        return chosen;
    }

    /** How often each word that says something occurs. */
    private static Map<String, Double> words(String text) {
        Map<String, Double> counts = new HashMap<>();
        for (String word : Tokens.of(text)) {
            if (!EnglishWords.STOP.contains(word)) {
                counts.merge(word, 1.0, Double::sum);
            }
        }
        return counts;
    }

    private static double cosine(
            Map<String, Double> asked, Map<String, Double> text, Map<String, Integer> documents, int all) {
        double product = 0;
        for (String word : new HashSet<>(text.keySet())) {
            double weight = weight(documents.getOrDefault(word, 0), all);
            product += asked.getOrDefault(word, 0.0) * text.getOrDefault(word, 0.0) * weight * weight;
        }
        double length = length(asked, documents, all) * length(text, documents, all);
        return length == 0 ? 0 : product / length;
    }

    private static double length(Map<String, Double> words, Map<String, Integer> documents, int all) {
        double squares = 0;
        for (Map.Entry<String, Double> word : words.entrySet()) {
            double weighed = word.getValue() * weight(documents.getOrDefault(word.getKey(), 0), all);
            squares += weighed * weighed;
        }
        return Math.sqrt(squares);
    }

    /** A word that is in no example still makes the question longer, and so says less of every one. */
    private static double weight(int documents, int all) {
        return Math.log1p((double) all / (1 + documents));
    }
}
