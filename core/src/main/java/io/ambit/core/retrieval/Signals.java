package io.ambit.core.retrieval;

/**
 * What speaks for one record as the answer to one question.
 *
 * @param words how well its words fit, as a share of the best fit that was found
 * @param meaning cosine of its vector and the question's; 0 where there is no model
 * @param sessionWords the best {@code words} in its conversation; its own where it is in none
 * @param sessionMeaning the best {@code meaning} in its conversation; its own where it is in none
 * @param namesSpeaker whether the question names who speaks
 * @param asksOfSelf whether the one who asks speaks of himself
 */
public record Signals(
        double words,
        double meaning,
        double sessionWords,
        double sessionMeaning,
        boolean namesSpeaker,
        boolean asksOfSelf,
        Traits traits) {}
