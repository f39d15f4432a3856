package io.ambit.core.retrieval;

import io.ambit.core.record.Voice;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adds up what speaks for a record. Scores are added, never ranks: a rank does not tell a near miss from a far one, and
 * reciprocal rank fusion was measured to lose to the better of its parts.
 *
 * <p>That a short message in the first person is more likely to hold a fact is true of people who talk, and of nothing
 * else: other records get what a usual message of a person gets, so that they neither lose nor gain by their form.
 */
public record Fusion(
        double words,
        double meaning,
        double sessionWords,
        double sessionMeaning,
        double answersQuestion,
        double speaker,
        double firstPerson,
        double length,
        double lengthAsked) {
    /** Fitted on two kinds of conversation at once; linear, because trees were no better. */
    public static final Fusion WITH_MODEL = new Fusion(4, 5, 3, 4.5, 0.75, 0.9, 1, 3, -4.8);

    public static final Fusion WITHOUT_MODEL = new Fusion(5.7, 0, 3.4, 0, 0.7, 0.8, 1.2, 2.5, -5.5);

    private static final int LONG_ENOUGH = 50;
    private static final double LENGTH_SCALE = 4;
    private static final double LENGTH_ASKED_SCALE = 5;
    /** A usual message of a person. */
    private static final int USUAL_WORDS = 25;

    private static final double USUAL_FIRST_PERSON = 0.5;

    /** The parts of a record's score by their names; what adds nothing is left out. */
    public Map<String, Double> parts(Signals signals) {
        Traits traits = signals.traits();
        boolean person = traits.voice() == Voice.PERSON || traits.voice() == Voice.ASSISTANT;
        int count = person ? traits.words() : USUAL_WORDS;
        Map<String, Double> parts = new LinkedHashMap<>();
        put(parts, "words", words * signals.words());
        put(parts, "meaning", meaning * signals.meaning());
        put(parts, "session-words", sessionWords * signals.sessionWords());
        put(parts, "session-meaning", sessionMeaning * signals.sessionMeaning());
        put(parts, "answers-question", traits.answersQuestion() ? answersQuestion : 0);
        put(parts, "speaker", signals.namesSpeaker() ? speaker : 0);
        put(parts, "first-person", firstPerson * (person ? traits.firstPerson() : USUAL_FIRST_PERSON));
        put(parts, "length", length * Math.log1p(Math.min(count, LONG_ENOUGH)) / LENGTH_SCALE);
        put(parts, "length-asked", signals.asksOfSelf() ? lengthAsked * Math.log1p(count) / LENGTH_ASKED_SCALE : 0);
        return parts;
    }

    private static void put(Map<String, Double> parts, String name, double value) {
        if (value != 0) {
            parts.put(name, value);
        }
    }

    /** The score of a record: the sum of its {@link #parts}. */
    public double score(Signals signals) {
        double sum = 0;
        for (double part : parts(signals).values()) {
            sum += part;
        }
        return sum;
    }
}
