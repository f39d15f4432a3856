package io.ambit.core.context;

import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Plans, and never fails: where the policy throws or overflows its stack, what was decided earlier is applied and new
 * tool outputs go out whole, which is recorded like any other decision. Who calls it bounds its time, and takes
 * {@link #whole} where that is over.
 */
public final class FailOpen {
    private final ContextPolicy policy;

    /** Guards a policy. */
    public FailOpen(ContextPolicy policy) {
        this.policy = policy;
    }

    /** {@link ContextPolicy#plan}, or what is sent in its stead. */
    public Planned plan(Transcript transcript, Decisions earlier, Conditions conditions) {
        try {
            Decisions decisions = policy.plan(transcript, earlier, conditions);
            return decisions == null ? whole(transcript, earlier, "made no plan") : new Planned(decisions, "");
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            return whole(transcript, earlier, e.toString());
        }
    }

    /**
     * What is sent where there is no plan.
     *
     * @param reason why there is none
     */
    public Planned whole(Transcript transcript, Decisions earlier, String reason) {
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
