package io.ambit.core.memory.care;

import io.ambit.core.text.Words;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The words of a text that say what it is about: no function words, no words that any work is described with, no bare
 * numbers, no single letters. Two texts that share none of them share nothing worth learning.
 */
final class ContentWords {
    private static final String FUNCTION_WORDS = """
            about after all also an and any are as at be because been before both but by can could did
            do does doing done each for from had has have he her here his how if in into is it its
            just let me more most my no not now of on one only or other our out over please same she
            should so some such than that the their them then there these they this those to too up us
            was we were what when where which while who why will with would you your
            """;
    private static final String WORDS_OF_ANY_WORK = """
            add again change check code create everything file files finish fix get go good issue job
            look make need new ok okay problem result run see something start step stuff task thing
            things try update use using want work working
            """;
    private static final String OUTCOMES = """
            error errors fail failed failing failure fails pass passed success successful true false
            null none
            """;
    private static final Set<String> EMPTY = Words.of(FUNCTION_WORDS + WORDS_OF_ANY_WORK + OUTCOMES);

    private ContentWords() {}

    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : Words.of(text)) {
            if (word.length() > 1 && !EMPTY.contains(word) && !word.chars().allMatch(Character::isDigit)) {
                words.add(word);
            }
        }
        return words;
    }

    static Set<String> shared(Set<String> a, Set<String> b) {
        Set<String> both = new LinkedHashSet<>(a);
        both.retainAll(b);
        return both;
    }

    /** The share of the words of both that both have (Jaccard). */
    static double overlap(Set<String> a, Set<String> b) {
        int both = shared(a, b).size();
        int all = a.size() + b.size() - both;
        return all == 0 ? 0 : (double) both / all;
    }
}
