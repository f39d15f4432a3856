package io.ambit.core.retrieval;

/**
 * What speaks for one record as the answer to one question.
 *
 * @param words how well its words fit, as a share of the best fit that was found
 * @param meaning cosine of its vector and the question's; 0 where there is no model
 * @param sessionWords the best {@code words} in its conversation; its own where it is in none
 * @param sessionMeaning the best {@code meaning} in its conversation; its own where it is in none
 * @param askedWords {@code words} of the message before it where that asks something, else 0
 * @param scope cosine of what a standing instruction is about and the question, at least 0; 0 where there is none
 * @param namesSpeaker whether the question names who speaks
 * @param namesDay whether the question names the day that it is of
 */
public record Signals(
        double words,
        double meaning,
        double sessionWords,
        double sessionMeaning,
        double askedWords,
        double scope,
        boolean namesSpeaker,
        boolean namesDay,
        Traits traits) {}
