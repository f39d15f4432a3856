package io.ambit.core.context.assembly;

import io.ambit.core.memory.disclosure.TopicWords;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a context is wanted for, in words: those of the question and of the title count twice as much as those of the
 * text, and each the more the rarer it is among what is compared (Spärck Jones 1972).
 */
final class Goal {
    private static final int MOST_CHARACTERS = 6_000;
    private static final int MOST_WORDS = 60;

    private final String asked;
    private final String text;
    private final Map<String, Double> weights = new LinkedHashMap<>();
    private final Map<String, Integer> documents = new HashMap<>();
    private int compared;

    /**
     * A goal.
     *
     * @param asked question and title
     * @param text of the focal item, or ""
     */
    Goal(String asked, String text) {
        this.asked = asked;
        this.text = text;
        TopicWords.of(asked).forEach(word -> weights.put(word, 2.0));
        for (String word : TopicWords.of(start(text))) {
            if (weights.size() < MOST_WORDS) {
                weights.putIfAbsent(word, 1.0);
            }
        }
    }

    String asked() {
        return asked;
    }

    Set<String> words() {
        return weights.keySet();
    }

    /** Words of a text, as they are compared. */
    static Set<String> words(String text) {
        return TopicWords.of(start(text));
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    }

    /** Counts how rare words are among these. */
    void compare(Collection<Set<String>> texts) {
        compared = texts.size();
        documents.clear();
        texts.forEach(words ->
                words.stream().filter(weights::containsKey).forEach(word -> documents.merge(word, 1, Integer::sum)));
    }

    /** How much of the goal a text speaks of, 0 to 1. */
    double relevance(Set<String> words) {
        double all = 0;
        double shared = 0;
        for (Map.Entry<String, Double> word : weights.entrySet()) {
            int count = documents.getOrDefault(word.getKey(), 0);
            if (count > 0) {
                double value = word.getValue() * Math.log(1 + (double) compared / count);
                all += value;
                shared += words.contains(word.getKey()) ? value : 0;
            }
        }
        return all == 0 ? 0 : Math.sqrt(shared / all);
    }

    /** What to search with: all that was asked, then the text. */
    String searchText() {
        return (asked + "\n" + text).strip();
    }
}
