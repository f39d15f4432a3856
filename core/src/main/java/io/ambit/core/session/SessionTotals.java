package io.ambit.core.session;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sums over the steps of a session.
 *
 * @param requests steps that were begun
 * @param running those without an end
 * @param failed those that ended with an error or without an answer
 * @param tokensIn tokens of the client's requests, of the steps that were counted
 * @param tokensOut tokens of what was forwarded for them
 * @param retrievals calls of {@code context_retrieve} that were answered: what had been cut and was needed after all
 * @param failedOpen steps that went out whole because planning failed
 * @param cuts parts that were cut, pointed elsewhere or dropped
 * @param lastBegun when the last step began; null where there is none
 * @param usage what upstreams reported, by the name of the model; what they left out counts as 0
 */
public record SessionTotals(
        int requests,
        int running,
        int failed,
        long tokensIn,
        long tokensOut,
        long retrievals,
        int failedOpen,
        long cuts,
        @Nullable Instant lastBegun,
        Map<String, Usage> usage) {
    /** Of a session without a step. */
    public static final SessionTotals NONE = new SessionTotals(0, 0, 0, 0, 0, 0, 0, 0, null, Map.of());

    public SessionTotals {
        usage = Map.copyOf(usage);
    }

    /** How many tokens were not sent that the client had sent. */
    public long tokensSaved() {
        return tokensIn - tokensOut;
    }
}
