package io.ambit.core.backlog;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.spi.TokenCounter;

/**
 * How much of what stands around items is shown with them.
 *
 * @param depth how many steps references and parents are followed; 0 for the items alone
 * @param maxTokens the budget of all that is shown, which is never exceeded
 */
public record Hydration(int depth, int maxTokens, TokenCounter counter) {
    public static final int DEFAULT_DEPTH = 1;
    public static final int MAX_DEPTH = 5;
    public static final int DEFAULT_TOKENS = 4_000;

    public Hydration {
        if (depth < 0 || depth > MAX_DEPTH) {
            throw new InvalidInputException("depth " + depth + ", expected 0 to " + MAX_DEPTH);
        }
        if (maxTokens < 1) {
            throw new InvalidInputException("max_tokens " + maxTokens + ", expected 1 or more");
        }
    }
}
