package io.ambit.core.context;

import io.ambit.core.economics.CacheTerms;
import io.ambit.core.session.Summary;
import io.ambit.core.spi.TokenCounter;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Whatever of the world a plan may rest on: a recorded value, so that the same plan can be made again.
 *
 * @param tokens counts as the model would, near enough
 * @param canRetrieve whether the model can get an original back in this session; without it nothing lossy is cut
 * @param sinceLastRequest zero for the first request
 * @param windowTokens what the model can take, 0 where unknown
 * @param otherTokens of the request besides its messages: its tool definitions
 * @param cache what the upstream asks for input that it has seen
 * @param looseness by tool, the room of its outputs in % of the usual; see {@link Looseness}
 * @param summaries those that are ready
 */
public record Conditions(
        TokenCounter tokens,
        boolean canRetrieve,
        Duration sinceLastRequest,
        int windowTokens,
        int otherTokens,
        CacheTerms cache,
        Map<String, Integer> looseness,
        List<Summary> summaries) {
    public Conditions {
        looseness = Map.copyOf(looseness);
        summaries = List.copyOf(summaries);
    }

    /** Conditions of a first request: a way to retrieve, nothing else known. */
    public static Conditions typical(TokenCounter tokens) {
        return new Conditions(tokens, true, Duration.ZERO, 0, 0, CacheTerms.USUAL, Map.of(), List.of());
    }

    public Conditions withSummaries(List<Summary> ready) {
        return new Conditions(
                tokens, canRetrieve, sinceLastRequest, windowTokens, otherTokens, cache, looseness, ready);
    }

    public Conditions withRetrieval(boolean possible) {
        return new Conditions(
                tokens, possible, sinceLastRequest, windowTokens, otherTokens, cache, looseness, summaries);
    }

    public Conditions withWindow(int tokensOfWindow, int tokensBesideMessages) {
        return new Conditions(
                tokens,
                canRetrieve,
                sinceLastRequest,
                tokensOfWindow,
                tokensBesideMessages,
                cache,
                looseness,
                summaries);
    }

    public Conditions withCache(CacheTerms terms) {
        return new Conditions(
                tokens, canRetrieve, sinceLastRequest, windowTokens, otherTokens, terms, looseness, summaries);
    }

    public Conditions withSinceLastRequest(Duration since) {
        return new Conditions(tokens, canRetrieve, since, windowTokens, otherTokens, cache, looseness, summaries);
    }

    public Conditions withLooseness(Map<String, Integer> byTool) {
        return new Conditions(
                tokens, canRetrieve, sinceLastRequest, windowTokens, otherTokens, cache, byTool, summaries);
    }
}
