package io.ambit.core.context.assembly;

import io.ambit.core.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What a context is wanted for; at least one of the three.
 *
 * @param forTask an item's id, as somebody wrote it
 * @param forEpic an epic's id, as somebody wrote it
 * @param query what the work is about, in words
 * @param maxTokens the budget, which is never exceeded
 */
public record AssembleRequest(
        @Nullable String forTask,
        @Nullable String forEpic,
        @Nullable String query,
        int maxTokens) {
    public static final int DEFAULT_TOKENS = 4_000;
    public static final int MIN_TOKENS = 200;

    public AssembleRequest {
        if (forTask == null && forEpic == null && (query == null || query.isBlank())) {
            throw new InvalidInputException("nothing to assemble for, expected for_task, for_epic or query");
        }
        if (maxTokens < MIN_TOKENS) {
            throw new InvalidInputException("max_tokens " + maxTokens + ", expected " + MIN_TOKENS + " or more");
        }
    }
}
