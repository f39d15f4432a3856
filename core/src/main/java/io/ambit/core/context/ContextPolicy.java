package io.ambit.core.context;

import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.Summary;
import java.util.List;

/**
 * Decides what of a transcript is forwarded to the model, and in which form.
 *
 * <p>A policy is a pure function: the same transcript, earlier decisions and conditions give the same result, on any
 * machine, at any time. It edits tool results only, never separates a tool call from its result, and never revises an
 * earlier decision except at a boundary that it declares in {@link Decisions#boundary()}.
 */
public interface ContextPolicy {

    /** The name that users choose it by. */
    String name();

    /**
     * Plans the next request.
     *
     * @param transcript the whole conversation, oldest message first
     * @param earlier what was decided for the steps before; {@link Decisions#none()} at the first
     * @param conditions all that the decision may rest on besides
     * @return {@code earlier} extended to cover every tool result; each replacement no larger, in tokens, than what it
     *     replaces
     */
    Decisions plan(Transcript transcript, Decisions earlier, Conditions conditions);

    /** Whether it makes lossy cuts, and so needs {@code context_retrieve} in the session. */
    default boolean isLossy() {
        return false;
    }

    /** Tokens that a request may have, 0 where that is not known: one that has more is not sent. */
    default int window(Conditions conditions) {
        return conditions.windowTokens();
    }

    /**
     * The summaries that should be made now, in the background, oldest first.
     *
     * @param made those that exist already
     * @param conditions of the plan that was made
     */
    default List<SummaryRequest> summariesDue(Transcript transcript, List<Summary> made, Conditions conditions) {
        return List.of();
    }

    /**
     * A summary to be made.
     *
     * @param snapshot ends with the last message of iteration {@code to}
     */
    record SummaryRequest(Transcript snapshot, int from, int to, int maxTokens) {}
}
