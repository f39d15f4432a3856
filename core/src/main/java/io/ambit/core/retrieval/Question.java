package io.ambit.core.retrieval;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be told of a question from its words.
 *
 * @param names its words without {@code 's}, for those who are named in it
 * @param asksOfSelf whether the one who asks speaks of himself
 */
public record Question(String text, Set<String> names, boolean asksOfSelf) {
    public Question {
        names = Set.copyOf(names);
    }

    public static Question of(String text) {
        List<String> words = Tokens.of(text);
        return new Question(
                text,
                words.stream().map(Question::withoutPossessive).collect(Collectors.toSet()),
                words.stream().anyMatch(EnglishWords.ASKER::contains));
    }

    /** Whether the question names a speaker; one who is called by a role is never named. */
    public boolean namesSpeaker(String speaker) {
        Set<String> parts = new HashSet<>(Tokens.of(speaker));
        parts.removeAll(EnglishWords.ROLES);
        return parts.stream().anyMatch(names::contains);
    }

    private static String withoutPossessive(String word) {
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }
}
