package io.ambit.core.routing.difficulty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The terms of a prompt, in two views: what it is about (the beginnings of its words, alone and in pairs), and how it is
 * put (words, signs and the lengths of numbers, alone, in pairs and in threes).
 */
record PromptTerms(Map<String, Integer> topic, Map<String, Integer> form) {
    private static final int STEM = 6;
    private static final int LONGEST_NUMBER = 5;
    private static final int LONGEST_TERM = 3;

    static PromptTerms of(List<String> tokens) {
        List<String> stems = new ArrayList<>();
        List<String> shapes = new ArrayList<>();
        for (String token : tokens) {
            if (token.length() > 1 && (PromptTokens.isWord(token) || PromptTokens.isNumber(token))) {
                stems.add(token.substring(0, Math.min(STEM, token.length())));
            }
            shapes.add(PromptTokens.isNumber(token) ? "#" + Math.min(token.length(), LONGEST_NUMBER) : token);
        }
        Map<String, Integer> topic = new HashMap<>();
        count(stems, 2, "", topic);
        Map<String, Integer> form = new HashMap<>();
        count(shapes, LONGEST_TERM, "=", form);
        return new PromptTerms(topic, form);
    }

    /** Each term once. */
    void all(Consumer<String> use) {
        topic.keySet().forEach(use);
        form.keySet().forEach(use);
    }

    private static void count(List<String> words, int longest, String prefix, Map<String, Integer> counts) {
        for (int i = 0; i < words.size(); i++) {
            StringBuilder term = new StringBuilder(prefix);
            for (int n = 0; n < longest && i + n < words.size(); n++) {
                term.append(n == 0 ? "" : " ").append(words.get(i + n));
                counts.merge(term.toString(), 1, Integer::sum);
            }
        }
    }
}
