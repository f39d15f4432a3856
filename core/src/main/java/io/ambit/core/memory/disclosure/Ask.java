package io.ambit.core.memory.disclosure;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.session.Space;

/**
 * A question to be answered with as little of memory as will do.
 *
 * @param session of the client, "" for none; what things cost is counted by it
 * @param task of the client, "" for none
 * @param maxTokens most tokens of full records
 */
public record Ask(Space space, String session, String task, String question, int maxTokens) {
    public static final int DEFAULT_MAX_TOKENS = 2_000;

    public Ask {
        if (question.isBlank()) {
            throw new InvalidInputException("question is empty, expected a text");
        }
        if (maxTokens < 1) {
            throw new InvalidInputException("budget of " + maxTokens + " tokens, expected 1 or more");
        }
    }

    public static Ask of(Space space, String session, String task, String question) {
        return new Ask(space, session, task, question, DEFAULT_MAX_TOKENS);
    }
}
