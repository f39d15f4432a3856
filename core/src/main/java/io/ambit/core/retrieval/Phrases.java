package io.ambit.core.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some phrases to look for among words. A phrase is written as its words: {@code |} stands between alternatives, a
 * {@code *} for any ending. Words are whole words: "prefix" holds no "fix".
 */
final class Phrases {
    private static final String ANY_END = "*";

    private record Word(List<String> whole, List<String> starts) {
        boolean fits(String word) {
            return whole.contains(word) || starts.stream().anyMatch(word::startsWith);
        }
    }

    private final List<List<Word>> phrases;

    private Phrases(List<List<Word>> phrases) {
        this.phrases = phrases;
    }

    static Phrases of(String... written) {
        List<List<Word>> phrases = new ArrayList<>();
        for (String phrase : written) {
            List<Word> words = new ArrayList<>();
            for (String word : phrase.split(" ", -1)) {
                List<String> alternatives = Arrays.asList(word.split("\\|", -1));
                words.add(new Word(
                        alternatives.stream().filter(w -> !w.endsWith(ANY_END)).toList(),
                        alternatives.stream()
                                .filter(w -> w.endsWith(ANY_END))
                                .map(w -> w.substring(0, w.length() - 1))
                                .toList()));
            }
            phrases.add(words);
        }
        return new Phrases(phrases);
    }

    /** Whether one of them stands anywhere. */
    boolean in(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (end(words, i) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Where the first of them that stands at a place ends; negative where none does. */
    int end(List<String> words, int at) {
        for (List<Word> phrase : phrases) {
            int matched = 0;
            while (matched < phrase.size()
                    && at + matched < words.size()
                    && phrase.get(matched).fits(words.get(at + matched))) {
                matched++;
            }
            if (matched == phrase.size()) {
                return at + matched;
            }
        }
        return -1;
    }
}
