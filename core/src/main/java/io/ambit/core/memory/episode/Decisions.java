package io.ambit.core.memory.episode;

import io.ambit.core.record.Insight;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sentences in which a user or an agent settles something. */
final class Decisions {
    private static final int MOST = 8;
    private static final int MAX_LENGTH = 300;

    private static final List<String> SETTLING = List.of(
            "decided to",
            "decided on",
            "decided against",
            "we decided",
            "i decided",
            "decision is",
            "let's go with",
            "lets go with",
            "we'll go with",
            "i'll go with",
            "we will go with",
            "i will go with",
            "going with",
            "we chose",
            "i chose",
            "chosen approach",
            "opted for",
            "opted to",
            "settled on",
            "agreed to",
            "we agreed",
            "entschieden");

    private Decisions() {}

    static List<Insight> of(Collection<String> texts, String goal) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : texts) {
            for (String sentence : Prose.sentences(text)) {
                if (found.size() < MOST && settles(sentence)) {
                    found.add(Prose.line(sentence, MAX_LENGTH));
                }
            }
        }
        return found.stream()
                .map(sentence -> new Insight("decision", sentence, goal, List.of()))
                .toList();
    }

    private static boolean settles(String sentence) {
        return !sentence.endsWith("?")
                && (Prose.hasAny(Prose.words(sentence), SETTLING)
                        || sentence.regionMatches(true, 0, "decision:", 0, "decision:".length()));
    }
}
