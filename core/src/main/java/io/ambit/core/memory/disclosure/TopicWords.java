package io.ambit.core.memory.disclosure;

import io.ambit.core.retrieval.EnglishWords;
import io.ambit.core.text.Words;
import java.util.LinkedHashSet;
import java.util.Set;

/** The words that say what a text is about, in a form in which "caches" and "cache", "tested" and "test" are one. */
public final class TopicWords {
    /** What is left of "don't", "I'll" and the like, and two verbs of asking. */
    private static final Set<String> EMPTY = Set.of(
            "s", "t", "d", "ll", "re", "ve", "m", "don", "doesn", "didn", "isn", "aren", "wasn", "weren", "won",
            "wouldn", "can", "couldn", "shouldn", "hasn", "haven", "may", "said", "let");

    private static final int MIN_STEM = 4;

    private TopicWords() {}

    /** Each once, in the order of first occurrence. */
    public static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : Words.of(text)) {
            if (!EMPTY.contains(word) && !EnglishWords.STOP.contains(word)) {
                words.add(stem(word));
            }
        }
        return words;
    }

    /** The word without the commonest endings of English; others as they are. */
    private static String stem(String word) {
        for (String ending : new String[] {"ing", "ies", "ed", "es", "s", "e"}) {
            if (word.endsWith(ending) && word.length() - ending.length() >= MIN_STEM - (ending.length() == 1 ? 1 : 0)) {
                String stem = word.substring(0, word.length() - ending.length());
                return ending.equals("ies") ? stem + "y" : stem;
            }
        }
        return word;
    }
}
