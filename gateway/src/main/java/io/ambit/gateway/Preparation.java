package io.ambit.gateway;

import io.ambit.core.context.Conditions;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.Edit;
import io.ambit.core.context.Edits;
import io.ambit.core.context.FailOpen;
import io.ambit.core.context.ForwardedSize;
import io.ambit.core.context.OffPolicy;
import io.ambit.core.context.Planned;
import io.ambit.core.message.Transcript;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.SessionState;
import io.ambit.core.session.StepId;
import io.ambit.core.session.StepStart;
import io.ambit.core.spi.Ledger;
import io.ambit.core.spi.TokenCounter;
import io.ambit.gateway.http.Headers;
import io.ambit.gateway.profile.AliasShaping;
import io.ambit.gateway.route.Asked;
import io.ambit.gateway.route.Destination;
import io.ambit.gateway.route.Router;
import io.ambit.gateway.route.UnroutableException;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.gateway.tools.ToolWatch;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WireCodec;
import io.ambit.wire.WireRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds a request's session, plans what of it is forwarded, and records that: before it leaves where something new of it
 * is lost, else beside the upstream's work. It fails open: where the plan fails or takes too long, new parts go out whole; where the ledger does not take the record, only what it took before is applied;
 * where it does not even tell the session, the request goes out as it came.
 */
final class Preparation {
    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    /** For what goes before to be recorded. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Router router;
    private final Ledger ledger;
    private final ContextPolicy policy;
    private final FailOpen plan;
    private final AliasShaping shaping;
    private final ToolWatch tools;
    private final TokenCounter tokens;
    private final PlanGrounds grounds;
    private final Duration planLimit;
    private final Duration ledgerLimit;
    private final LedgerThreads threads;
    private final Unrecorded unrecorded;
    private final boolean isOff;
    private final GatewayCounters counters;

    Preparation(
            Router router,
            Ledger ledger,
            GatewaySettings settings,
            FailOpen plan,
            TokenCounter tokens,
            LedgerThreads threads,
            Unrecorded unrecorded,
            GatewayCounters counters) {
        this.router = router;
        this.ledger = ledger;
        this.policy = settings.policy();
        this.plan = plan;
        this.isOff = policy.name().equals(OffPolicy.NAME);
        shaping = new AliasShaping(isOff ? Profiles.NONE : settings.profiles());
        tools = isOff ? ToolWatch.OFF : settings.tools();
        this.tokens = tokens;
        this.planLimit = settings.planLimit();
        this.ledgerLimit = settings.ledgerLimit();
        this.grounds = new PlanGrounds(policy, tokens, settings.windowTokens());
        this.threads = threads;
        this.unrecorded = unrecorded;
        this.counters = counters;
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
        if (isOff && !Router.isAuto(question.request())) {
            return unplanned(codec, arrival, question);
        }
        awaitEarlier(arrival, unrecorded.before(arrival));
        Attempt attempt = new Attempt(codec, arrival, question);
        try {
            return attempt.await(threads.submit(attempt));
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

    /** Waits, but not for long, until what this request goes on from is recorded. */
    private static void awaitEarlier(Arrival arrival, Unrecorded.Earlier earlier) {
        try {
            if (!earlier.await(PATIENCE)) {
                LOG.warn("space {}: an earlier step is still not recorded", arrival.space());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything that the client sent: where nothing is ever left out, the session is looked up beside the upstream. */
    private Prepared unplanned(WireCodec codec, Arrival arrival, Question question) {
        Prepared whole = whole(codec, question.request(), router.route(question.in(codec, null)));
        if (whole.tooLarge() != null) {
            return whole;
        }
        Conditions conditions = Conditions.typical(tokens);
        Unrecorded.Earlier earlier = unrecorded.before(arrival);
        Unrecorded.Step pending = unrecorded.add(arrival, Unrecorded.Part.START);
        CompletableFuture<StepId> id = new CompletableFuture<>();
        try {
            threads.beside(() -> {
                try {
                    awaitEarlier(arrival, earlier);
                    SessionState session = ledger.open(arrival);
                    Planned planned = plan.plan(arrival.transcript(), session.decisions(), conditions);
                    id.complete(ledger.begin(start(
                            session,
                            arrival,
                            planned,
                            false,
                            whole.request().body().length,
                            whole.forwarded().length)));
                } catch (RuntimeException | Error e) {
                    id.completeExceptionally(e);
                    LOG.warn("space {}: the step is not recorded: {}", arrival.space(), e.toString());
                    counters.countLedgerFailure();
                } finally {
                    pending.done();
                }
            });
        } catch (RejectedExecutionException e) {
            pending.done();
            LOG.warn("not recorded: too many requests wait for the ledger");
            counters.countLedgerFailure();
            return whole;
        }
        return whole.recordedAs(new Prepared.Step(null, id, conditions));
    }

    /** Everything that the client sent, and unrecorded. */
    private Prepared whole(WireCodec codec, WireRequest request, Destination destination) {
        int most = destination.promptTokens();
        int size = most == 0 ? 0 : ForwardedSize.of(request.transcript(), Decisions.none(), Conditions.typical(tokens));
        if (size > most) {
            return Prepared.tooLarge(request, destination, size, most); // the upstream would cut it in silence
        }
        Rewrite rewrite = rewrite(List.of(), false, destination);
        return new Prepared(request, destination, rewrite, codec.splice(request, rewrite), null);
    }

    private static Rewrite rewrite(List<Edit> edits, boolean tool, Destination destination) {
        return new Rewrite(edits, tool, destination.model(), destination.fill(), destination.terms());
    }

    /**
     * One request on its way: the session is looked up, the plan made and the step recorded by one thread, while the
     * request's own waits for the plan, and no longer than the limits.
     */
    private final class Attempt implements Runnable {
        private final WireCodec codec;
        private final Arrival arrival;
        private final Question question;
        private final CompletableFuture<Prepared> prepared = new CompletableFuture<>();
        private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.OPENING);
        private volatile @Nullable Opened opened;

        Attempt(WireCodec codec, Arrival arrival, Question question) {
            this.codec = codec;
            this.arrival = arrival;
            this.question = question;
        }

        @Override
        public void run() {
            try {
                SessionState session = ledger.open(arrival);
                WireRequest request = question.request();
                Destination destination = router.route(question.in(codec, session));
                boolean tool = grounds.addsRetrieveTool(request, session);
                Conditions conditions = grounds.conditions(codec, request, arrival, session, tool, destination);
                Opened found = new Opened(codec, request, arrival, session, destination, tool, conditions);
                opened = found;
                if (stage.compareAndSet(Stage.OPENING, Stage.PLANNING)) {
                    Planned planned = plan.plan(arrival.transcript(), session.decisions(), conditions);
                    if (stage.compareAndSet(Stage.PLANNING, Stage.RECORDING)) {
                        forward(found, planned, prepared);
                    }
                }
            } catch (RuntimeException | Error e) {
                prepared.completeExceptionally(e);
                throw e;
            }
        }

        Prepared await(Future<?> running) throws ExecutionException, TimeoutException, InterruptedException {
            long start = System.nanoTime();
            Duration patience = planLimit.compareTo(ledgerLimit) < 0 ? planLimit : ledgerLimit;
            while (true) {
                try {
                    return prepared.get(patience.toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException slow) {
                    Duration left = ledgerLimit.minusNanos(System.nanoTime() - start);
                    Opened found = opened;
                    if (found != null && stage.compareAndSet(Stage.PLANNING, Stage.GIVEN_UP)) {
                        running.cancel(true);
                        return withoutPlan(found);
                    }
                    if (stage.get() == Stage.RECORDING) {
                        // It is being written just now: what is written is what should go out.
                        return prepared.get(ledgerLimit.toNanos(), TimeUnit.NANOSECONDS);
                    }
                    if (!left.isPositive() && stage.compareAndSet(Stage.OPENING, Stage.GIVEN_UP)) {
                        throw slow;
                    }
                    // Found at the last moment: the plan may try.
                    patience = left.isPositive() ? left : planLimit;
                }
            }
        }

        private Prepared withoutPlan(Opened found) throws ExecutionException, TimeoutException, InterruptedException {
            String reason = "took more than " + planLimit.toMillis() + " ms";
            Planned planned = plan.whole(arrival.transcript(), found.session().decisions(), reason);
            var _ = threads.submit(() -> {
                try {
                    forward(found, planned, prepared);
                } catch (RuntimeException e) {
                    prepared.completeExceptionally(e);
                }
            });
            return prepared.get(ledgerLimit.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** How far an attempt came; one that was given up must record nothing, since something else is forwarded. */
    private enum Stage {
        OPENING,
        PLANNING,
        RECORDING,
        GIVEN_UP
    }

    /** A request whose session is known. */
    private record Opened(
            WireCodec codec,
            WireRequest request,
            Arrival arrival,
            SessionState session,
            Destination destination,
            boolean tool,
            Conditions conditions) {}

    /** Says what is forwarded, and records it: before saying so where what is new of it can be had from here only. */
    private void forward(Opened of, Planned plain, CompletableFuture<Prepared> prepared) {
        SessionState session = of.session();
        Transcript transcript = of.arrival().transcript();
        Planned shaped = shaping.of(of.codec().format(), of.request().model(), transcript, session.decisions(), plain);
        Planned planned = tools.advised(session.space(), of.request(), transcript, session.decisions(), shaped);
        if (planned.failed()) {
            counters.countPlanFailure();
            LOG.warn("session {}: new parts go out whole: {}", session.id(), planned.failure());
        }
        int window = policy.window(of.conditions());
        int size = window == 0 ? 0 : ForwardedSize.of(transcript, planned.decisions(), of.conditions());
        if (size > window) {
            prepared.complete(Prepared.tooLarge(of.request(), of.destination(), size, window));
            return;
        }
        Destination destination = of.destination();
        List<Edit> edits = edits(transcript, session, planned.decisions());
        Rewrite rewrite = rewrite(edits, of.tool(), destination);
        byte[] forwarded = of.codec().splice(of.request(), rewrite);
        StepStart start =
                start(session, of.arrival(), planned, of.tool(), of.request().body().length, forwarded.length);
        if (!losesAnew(planned.decisions(), session.decisions())) {
            CompletableFuture<StepId> id = new CompletableFuture<>();
            Unrecorded.Step pending = unrecorded.add(start.arrival(), Unrecorded.Part.START);
            prepared.complete(new Prepared(
                    of.request(), destination, rewrite, forwarded, new Prepared.Step(session, id, of.conditions())));
            beginBeside(start, id, pending);
            return;
        }
        try {
            CompletableFuture<StepId> id = CompletableFuture.completedFuture(ledger.begin(start));
            prepared.complete(new Prepared(
                    of.request(), destination, rewrite, forwarded, new Prepared.Step(session, id, of.conditions())));
        } catch (RuntimeException e) {
            failed(session.id(), e);
            Rewrite earlier = rewrite.withEdits(edits(transcript, session, session.decisions()));
            byte[] body = of.codec().splice(of.request(), earlier);
            prepared.complete(new Prepared(of.request(), destination, earlier, body, null));
        }
    }

    private StepStart start(
            SessionState session, Arrival arrival, Planned planned, boolean tool, int bytesIn, int bytesOut) {
        return new StepStart(
                session.id(),
                arrival,
                policy.name(),
                session.decisions(),
                planned.decisions(),
                tool,
                bytesIn,
                bytesOut,
                planned.failure());
    }

    /**
     * Whether a decision that was not made before needs the original to be in the ledger, or rests on more than the
     * request.
     */
    private boolean losesAnew(Decisions now, Decisions before) {
        return now.changedSince(before).values().stream().anyMatch(decision -> switch (decision) {
            case Decision.Keep ignored -> false;
            case Decision.Rewrite ignored -> false;
            case Decision.Note ignored -> true;
            default -> policy.isLossy();
        });
    }

    /** Records while the upstream is asked already. The next request of the space waits for it. */
    private void beginBeside(StepStart start, CompletableFuture<StepId> id, Unrecorded.Step pending) {
        try {
            id.complete(ledger.begin(start));
        } catch (RuntimeException | Error e) {
            id.completeExceptionally(e);
            failed(start.session(), e);
        } finally {
            pending.done();
        }
    }

    private void failed(SessionId session, Throwable e) {
        LOG.warn("session {}: the step is not recorded: {}", session, e.toString());
        counters.countLedgerFailure();
    }

    private List<Edit> edits(Transcript transcript, SessionState session, Decisions decisions) {
        if (isOff) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>(HiddenExchanges.restore(transcript, session.hidden(), decisions));
        edits.addAll(Edits.of(transcript, decisions));
        return edits;
    }
}
