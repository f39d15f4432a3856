package io.ambit.core.memory.disclosure;

import io.ambit.core.text.Words;
import java.util.LinkedHashSet;
import java.util.Set;

/** The words that say what a text is about, in a form in which "caches" and "cache", "tested" and "test" are one. */
final class TopicWords {
    private static final Set<String> EMPTY = Set.of(
            "the", "a", "an", "and", "or", "but", "not", "no", "nor", "is", "are", "was", "were", "be", "been", "being",
            "am", "do", "does", "did", "done", "has", "have", "had", "having", "will", "would", "shall", "should",
            "can", "could", "may", "might", "must", "i", "me", "my", "we", "us", "our", "you", "your", "he", "him",
            "his", "she", "her", "it", "its", "they", "them", "their", "this", "that", "these", "those", "there",
            "here", "who", "whom", "whose", "which", "what", "when", "where", "why", "how", "of", "in", "on", "at",
            "to", "from", "by", "with", "without", "for", "as", "about", "into", "onto", "over", "under", "up", "down",
            "out", "off", "if", "then", "than", "so", "because", "while", "until", "since", "before", "after", "during",
            "between", "again", "also", "just", "only", "very", "too", "more", "most", "some", "any", "all", "each",
            "both", "such", "own", "same", "s", "t", "d", "ll", "re", "ve", "m", "ok", "yes", "please", "tell", "say",
            "said", "get", "got", "let");
    private static final int MIN_STEM = 4;

    private TopicWords() {}

    /** Each once, in the order of first occurrence. */
    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : Words.of(text)) {
            if (!EMPTY.contains(word)) {
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
