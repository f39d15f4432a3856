package io.ambit.bench.replay;

import io.ambit.wire.logs.LogUsage;
import java.util.List;

/**
 * What the sessions cost, as far as their recordings tell.
 *
 * @param dollars by the provider's own count of tokens
 * @param usage that count, summed
 * @param sessions with at least one request whose tokens and price are known
 * @param requests whose tokens and price are known
 * @param sessionsWithoutUsage whose recordings hold no count by the provider
 * @param unpricedModels that were used and have no price
 */
public record Money(
        double dollars,
        LogUsage usage,
        int sessions,
        int requests,
        int sessionsWithoutUsage,
        List<String> unpricedModels) {
    public Money {
        unpricedModels = List.copyOf(unpricedModels);
    }

    /** Whether anything is known. */
    public boolean isKnown() {
        return requests > 0;
    }
}
