package io.ambit.gateway;

import io.ambit.core.context.Conditions;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.Looseness;
import io.ambit.core.context.OffPolicy;
import io.ambit.core.message.Span;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.SessionState;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Utf8;
import io.ambit.gateway.route.Destination;
import io.ambit.wire.WireCodec;
import io.ambit.wire.WireRequest;
import java.time.Duration;
import java.time.Instant;

/** What a plan rests on beside the transcript: window, retrieval, the cache's age, what is known of the session. */
final class PlanGrounds {
    private final ContextPolicy policy;
    private final TokenCounter tokens;
    private final int windowTokens;

    /** @param windowTokens that the settings name, 0 where they name none */
    PlanGrounds(ContextPolicy policy, TokenCounter tokens, int windowTokens) {
        this.policy = policy;
        this.tokens = tokens;
        this.windowTokens = windowTokens;
    }

    /**
     * Added at the session's first request that carries tools, and from then on to each of them. A client that asks for
     * several answers, or brings a tool of that name, does without.
     */
    boolean addsRetrieveTool(WireRequest request, SessionState session) {
        if (policy.name().equals(OffPolicy.NAME)) {
            return false;
        }
        boolean possible = request.carriesTools() && !request.ownRetrieveTool() && request.choices() == 1;
        return possible && (policy.isLossy() || Boolean.TRUE.equals(session.retrieveTool()));
    }

    Conditions conditions(
            WireCodec codec,
            WireRequest request,
            Arrival arrival,
            SessionState session,
            boolean tool,
            Destination destination) {
        int window = window(destination);
        Conditions conditions = Conditions.typical(tokens)
                .withRetrieval(tool)
                .withSinceLastRequest(sinceLastRequest(session, arrival.at()))
                .withLooseness(Looseness.of(arrival.transcript(), session.decisions(), session.hidden()))
                .withSummaries(session.summaries());
        if (policy.window(conditions.withWindow(window, 0)) == 0) {
            return conditions;
        }
        Span list = request.tools();
        String tools = list.isPresent() ? Utf8.decode(request.body(), list.start(), list.end()) : "";
        int other = tokens.count(tools) + (tool ? tokens.count(codec.retrieveTool()) : 0);
        return conditions.withWindow(window, other);
    }

    /** What the settings say goes before what is known of the upstream. */
    private int window(Destination destination) {
        return windowTokens > 0 ? windowTokens : destination.requestTokens();
    }

    private static Duration sinceLastRequest(SessionState session, Instant now) {
        Instant last = session.lastRequest();
        return last == null || last.isAfter(now) ? Duration.ZERO : Duration.between(last, now);
    }
}
