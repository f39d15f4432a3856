package io.ambit.gateway;

import io.ambit.core.context.Conditions;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.Edit;
import io.ambit.core.context.Edits;
import io.ambit.core.context.FailOpen;
import io.ambit.core.context.ForwardedSize;
import io.ambit.core.context.Looseness;
import io.ambit.core.context.OffPolicy;
import io.ambit.core.context.Planned;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.SessionState;
import io.ambit.core.session.StepId;
import io.ambit.core.session.StepStart;
import io.ambit.core.spi.Ledger;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Utf8;
import io.ambit.gateway.http.Headers;
import io.ambit.gateway.route.Asked;
import io.ambit.gateway.route.Destination;
import io.ambit.gateway.route.Router;
import io.ambit.gateway.route.UnroutableException;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WireCodec;
import io.ambit.wire.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds a request's session, plans what of it is forwarded, and records that before anything lossy leaves. It fails open: where the
 * plan fails, new parts go out whole; where the ledger does not take the record, only what it took before is applied;
 * where it does not even tell the session, the request goes out as it came.
 */
final class Preparation {
    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private final Router router;
    private final Ledger ledger;
    private final ContextPolicy policy;
    private final FailOpen plan;
    private final TokenCounter tokens;
    private final Duration ledgerLimit;
    private final int windowTokens;
    private final ExecutorService threads;
    private final Unrecorded unrecorded;
    private final GatewayCounters counters;

    Preparation(
            Router router,
            Ledger ledger,
            GatewaySettings settings,
            FailOpen plan,
            TokenCounter tokens,
            ExecutorService threads,
            Unrecorded unrecorded,
            GatewayCounters counters) {
        this.router = router;
        this.ledger = ledger;
        this.policy = settings.policy();
        this.plan = plan;
        this.tokens = tokens;
        this.ledgerLimit = settings.ledgerLimit();
        this.windowTokens = settings.windowTokens();
        this.threads = threads;
        this.unrecorded = unrecorded;
        this.counters = counters;
    }

    /** How far an attempt came; one that was given up must record nothing, since something else is forwarded. */
    private enum Stage {
        PLANNING,
        RECORDING,
        GIVEN_UP
    }

    /**
     * What of a request decides where it goes, beside its session.
     *
     * @param own the upstream that it goes to and no other, null where there is a choice
     * @param trusted whether its client may use the configured keys
     */
    record Question(
            WireRequest request, Headers headers, @Nullable UpstreamSettings own, boolean trusted) {
        Asked in(WireCodec codec, @Nullable SessionState session) {
            return new Asked(request, codec.format(), headers, session, own, trusted);
        }
    }

    /**
     * Never throws for what the ledger or the policy does; waits for them no longer than the settings allow.
     *
     * @throws UnroutableException where no upstream can be asked
     */
    Prepared prepare(WireCodec codec, Arrival arrival, Question question) {
        AtomicReference<Stage> stage = new AtomicReference<>(Stage.PLANNING);
        try {
            Future<Prepared> attempt = threads.submit(() -> attempt(codec, arrival, question, stage));
            try {
                return attempt.get(ledgerLimit.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException slow) {
                if (!stage.compareAndSet(Stage.PLANNING, Stage.GIVEN_UP)) {
                    // It is being written just now: what is written is what should go out.
                    return attempt.get(ledgerLimit.toNanos(), TimeUnit.NANOSECONDS);
                }
                throw slow;
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnroutableException nowhere) {
                throw nowhere;
            }
            LOG.warn("not recorded, forwarded as it came: {}", String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            LOG.warn("not recorded, forwarded as it came: the ledger took longer than {}", ledgerLimit);
        } catch (RejectedExecutionException e) {
            LOG.warn("not recorded, forwarded as it came: too many requests wait for the ledger");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        counters.countLedgerFailure();
        return whole(codec, question.request(), router.route(question.in(codec, null)));
    }

    /** Everything that the client sent, and unrecorded. */
    private static Prepared whole(WireCodec codec, WireRequest request, Destination destination) {
        Rewrite rewrite = rewrite(List.of(), false, destination);
        return new Prepared(request, destination, rewrite, codec.splice(request, rewrite), null);
    }

    private static Rewrite rewrite(List<Edit> edits, boolean tool, Destination destination) {
        return new Rewrite(edits, tool, destination.model(), destination.fill(), destination.terms());
    }

    private Prepared attempt(WireCodec codec, Arrival arrival, Question question, AtomicReference<Stage> stage) {
        WireRequest request = question.request();
        SessionState session = ledger.open(arrival);
        Destination destination = router.route(question.in(codec, session));
        Transcript transcript = arrival.transcript();
        boolean tool = addsRetrieveTool(request, session);
        Conditions conditions = conditions(codec, request, arrival, session, tool, window(destination));
        Planned planned = plan.plan(transcript, session.decisions(), conditions);
        if (planned.failed()) {
            counters.countPlanFailure();
            LOG.warn("session {}: new parts go out whole: {}", session.id(), planned.failure());
        }
        int window = policy.window(conditions);
        int size = window == 0 ? 0 : ForwardedSize.of(transcript, planned.decisions(), conditions);
        if (size > window) {
            return Prepared.tooLarge(request, destination, size, window);
        }
        List<Edit> edits = edits(transcript, session, planned.decisions());
        Rewrite rewrite = rewrite(edits, tool, destination);
        byte[] forwarded = codec.splice(request, rewrite);
        if (!stage.compareAndSet(Stage.PLANNING, Stage.RECORDING)) {
            return whole(codec, request, destination);
        }
        StepStart start = new StepStart(
                session.id(),
                arrival,
                policy.name(),
                session.decisions(),
                planned.decisions(),
                tool,
                request.body().length,
                forwarded.length,
                planned.failure());
        if (!policy.isLossy() && !tool) {
            return new Prepared(
                    request,
                    destination,
                    rewrite,
                    forwarded,
                    new Prepared.Step(session, beginBeside(start), conditions));
        }
        try {
            CompletableFuture<StepId> id = CompletableFuture.completedFuture(ledger.begin(start));
            return new Prepared(request, destination, rewrite, forwarded, new Prepared.Step(session, id, conditions));
        } catch (RuntimeException e) {
            failed(session.id(), e);
            Rewrite earlier = rewrite.withEdits(edits(transcript, session, session.decisions()));
            return new Prepared(request, destination, earlier, codec.splice(request, earlier), null);
        }
    }

    private Conditions conditions(
            WireCodec codec, WireRequest request, Arrival arrival, SessionState session, boolean tool, int window) {
        Conditions conditions = Conditions.typical(tokens)
                .withRetrieval(tool)
                .withSinceLastRequest(sinceLastRequest(session, arrival.at()))
                .withLooseness(Looseness.of(arrival.transcript(), session.decisions(), session.hidden()))
                .withSummaries(session.summaries());
        if (policy.window(conditions.withWindow(window, 0)) == 0) {
            return conditions;
        }
        String tools = Utf8.decode(
                request.body(), request.tools().start(), request.tools().end());
        int other = tokens.count(tools) + (tool ? tokens.count(codec.retrieveTool()) : 0);
        return conditions.withWindow(window, other);
    }

    /** What the settings say goes before what is known of the upstream. */
    private int window(Destination destination) {
        return windowTokens > 0 ? windowTokens : destination.requestTokens();
    }

    /**
     * Records while the upstream is asked already: what is forwarded has lost nothing, and would be planned the same
     * again if this record were lost. The next request of the space waits for it.
     */
    private CompletableFuture<StepId> beginBeside(StepStart start) {
        Unrecorded.Step pending = unrecorded.add(start.arrival().space());
        return CompletableFuture.supplyAsync(() -> ledger.begin(start), threads).whenComplete((id, e) -> {
            pending.done();
            if (e != null) {
                failed(start.session(), e);
            }
        });
    }

    private void failed(SessionId session, Throwable e) {
        LOG.warn("session {}: the step is not recorded: {}", session, e.toString());
        counters.countLedgerFailure();
    }

    /**
     * Added at the session's first request that carries tools, and from then on to each of them. A client that asks for
     * several answers, or brings a tool of that name, does without.
     */
    private boolean addsRetrieveTool(WireRequest request, SessionState session) {
        if (policy.name().equals(OffPolicy.NAME)) {
            return false;
        }
        boolean possible = request.carriesTools() && !request.ownRetrieveTool() && request.choices() == 1;
        return possible && (policy.isLossy() || Boolean.TRUE.equals(session.retrieveTool()));
    }

    private List<Edit> edits(Transcript transcript, SessionState session, Decisions decisions) {
        if (policy.name().equals(OffPolicy.NAME)) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>(HiddenExchanges.restore(transcript, session.hidden(), decisions));
        edits.addAll(Edits.of(transcript, decisions));
        return edits;
    }

    private static Duration sinceLastRequest(SessionState session, Instant now) {
        Instant last = session.lastRequest();
        return last == null || last.isAfter(now) ? Duration.ZERO : Duration.between(last, now);
    }
}
