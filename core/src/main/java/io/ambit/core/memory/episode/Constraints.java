package io.ambit.core.memory.episode;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a user demands of the work, sentence by sentence. */
final class Constraints {
    private static final int MOST = 12;
    private static final int MAX_LENGTH = 240;
    private static final int MIN_WORDS = 3;

    /** One of these makes a sentence a demand. */
    private static final List<String> DEMANDS = List.of(
            "must",
            "must not",
            "mustn't",
            "never",
            "only",
            "do not",
            "don't",
            "dont",
            "always",
            "without",
            "should not",
            "shouldn't",
            "may not",
            "cannot",
            "not allowed",
            "forbidden",
            "required to",
            "make sure",
            "ensure that",
            "at most",
            "at least",
            "no more than",
            "under no circumstances",
            "keep the",
            "avoid",
            "no new",
            "has to",
            "have to",
            "needs to stay",
            "nur",
            "niemals",
            "darf nicht",
            "muss");

    /** These make it none, whatever else it says: a question, a guess, a report of what happens. */
    private static final List<String> NONE_OF_THEM = List.of(
            "i don't",
            "i do not",
            "it only",
            "i only",
            "not only",
            "why",
            "i must",
            "must have been",
            "must be because",
            "it doesn't",
            "don't know",
            "don't worry",
            "if only",
            "i never",
            "it never");

    private Constraints() {}

    static List<String> of(Collection<String> requests) {
        Set<String> found = new LinkedHashSet<>();
        for (String request : requests) {
            for (String sentence : Prose.sentences(request)) {
                if (found.size() < MOST && isDemand(sentence)) {
                    found.add(Prose.line(sentence, MAX_LENGTH));
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean isDemand(String sentence) {
        String words = Prose.words(sentence);
        return !sentence.endsWith("?")
                && words.chars().filter(c -> c == ' ').count() > MIN_WORDS
                && Prose.hasAny(words, DEMANDS)
                && !Prose.hasAny(words, NONE_OF_THEM);
    }
}
