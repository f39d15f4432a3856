package io.ambit.core.retrieval;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a question from its words.
 *
 * @param names its words without {@code 's}, for those who are named in it
 * @param days the days that it names
 * @param asksOfSelf whether the one who asks speaks of himself
 * @param requests whether it asks for something to be done now, rather than for what was said
 * @param summarises whether it asks for a summary
 * @param gathers whether its answer is spread over many messages: a summary, an order of events, a development
 */
public record Question(
        String text,
        Set<String> names,
        List<NamedDay> days,
        boolean asksOfSelf,
        boolean requests,
        boolean summarises,
        boolean gathers) {
    private static final Phrases REQUEST = Phrases.of(
            "can|could|would|will you",
            "how should|do|can|would|could|might i",
            "help|show me",
            "suggest*|recommend*|advice*|advise*|propose*",
            "should i",
            "what are|is some|the");
    private static final Phrases RECALL = Phrases.of(
            "did|have|had|was|were i|we|you",
            "i mention*|said*|told*|ask*|brought*|discuss*",
            "my previous*|earlier*",
            "summar*|list*|order*|recap*|remind*");
    private static final Phrases SUMMARY = Phrases.of("summar*|overview*|recap*");
    private static final Phrases GATHERING = Phrases.of(
            "summar*|overview*|recap*|chronolog*|evolv*|progress|progressed|progression",
            "throughout our|my|the",
            "across our|my|all|the|different|multiple|these",
            "over time",
            "in order",
            "in what order",
            "the order",
            "sequence of",
            "how many different|total",
            "so far",
            "over the past|last|course*",
            "between my",
            "develop|developed over|through");

    public Question {
        names = Set.copyOf(names);
        days = List.copyOf(days);
    }

    public static Question of(String text) {
        List<String> words = Tokens.of(text);
        return new Question(
                text,
                words.stream().map(Question::withoutPossessive).collect(Collectors.toSet()),
                NamedDay.in(words),
                words.stream().anyMatch(EnglishWords.ASKER::contains),
                REQUEST.in(words) && !RECALL.in(words),
                SUMMARY.in(words),
                GATHERING.in(words));
    }

    /** Whether the question names a speaker; one who is called by a role is never named. */
    public boolean namesSpeaker(String speaker) {
        Set<String> parts = new HashSet<>(Tokens.of(speaker));
        parts.removeAll(EnglishWords.ROLES);
        return parts.stream().anyMatch(names::contains);
    }

    /** Whether the question names that day. */
    public boolean namesDay(@Nullable LocalDate date) {
        return date != null && days.stream().anyMatch(day -> day.is(date));
    }

    private static String withoutPossessive(String word) {
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }
}
