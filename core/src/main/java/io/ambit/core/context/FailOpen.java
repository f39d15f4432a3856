package io.ambit.core.context;

import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Plans with a bound on time, and never fails: where the policy throws, overflows its stack or takes too long, what was
 * decided earlier is applied and new tool outputs go out whole, which is recorded like any other decision.
 *
 * <p>A policy that runs on after its time is interrupted and its result is thrown away; the executor must have a thread
 * to spare for it (virtual threads do).
 */
public final class FailOpen {
    private final ContextPolicy policy;
    private final ExecutorService executor;
    private final Duration limit;

    /**
     * Guards a policy.
     *
     * @param executor runs the plans; the caller closes it
     * @param limit how long one plan may take
     */
    public FailOpen(ContextPolicy policy, ExecutorService executor, Duration limit) {
        this.policy = policy;
        this.executor = executor;
        this.limit = limit;
    }

    /** {@link ContextPolicy#plan}, or what is sent in its stead. */
    public Planned plan(Transcript transcript, Decisions earlier, Conditions conditions) {
        Future<Decisions> plan;
        try {
            plan = executor.submit(() -> policy.plan(transcript, earlier, conditions));
        } catch (RejectedExecutionException e) {
            return open(transcript, earlier, "no thread to plan on");
        }
        try {
            Decisions decisions = plan.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return decisions == null ? open(transcript, earlier, "made no plan") : new Planned(decisions, "");
        } catch (TimeoutException e) {
            plan.cancel(true);
            return open(transcript, earlier, "took more than " + limit.toMillis() + " ms");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return open(transcript, earlier, cause.toString());
        } catch (InterruptedException e) {
            plan.cancel(true);
            Thread.currentThread().interrupt();
            return open(transcript, earlier, "interrupted");
        }
    }

    private Planned open(Transcript transcript, Decisions earlier, String reason) {
        Map<PartKey, Decision> whole = new LinkedHashMap<>();
        for (ToolExchange exchange : transcript.exchanges()) {
            PartKey key = PartKey.of(transcript, exchange);
            if (earlier.get(key) == null) {
                whole.put(key, Decision.KEEP);
            }
        }
        return new Planned(earlier.with(whole, false), "policy " + policy.name() + ": " + reason);
    }
}
