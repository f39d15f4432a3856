package io.ambit.core.context;

import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decisions;

/**
 * Changes form, never content: every value that a tool returned stays in what the model sees, so it needs no way to
 * retrieve and adds nothing to requests. Envelopes and white space go, records become tables, and what an earlier
 * message shows already becomes a pointer to it: a whole output or a run of lines.
 *
 * <p>Each tool output is decided once, when it arrives; what saves no token stays as it came, and so does private text,
 * because a decision is recorded with what it shows. Where another policy had cut something in the session, the switch
 * to this one is a boundary that brings it back.
 */
public final class SafePolicy implements ContextPolicy {
    public static final String NAME = "safe";

    private final Arrivals arrivals = new Arrivals();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Decisions plan(Transcript transcript, Decisions earlier, Conditions conditions) {
        return arrivals.decide(transcript, earlier, conditions.withRetrieval(false), null, false)
                .decisions();
    }
}
