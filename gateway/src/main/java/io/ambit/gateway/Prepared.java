package io.ambit.gateway;

import io.ambit.core.context.Conditions;
import io.ambit.core.context.Edit;
import io.ambit.core.session.SessionState;
import io.ambit.core.session.StepId;
import io.ambit.wire.WireRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A request that is ready to be forwarded.
 *
 * @param edits what is changed of it; empty where it goes as it came
 * @param forwarded the body with the edits
 * @param retrieveTool whether the retrieve tool is added, and its calls are answered here
 * @param step null where it was not recorded
 * @param tooLarge null for one that may be sent
 */
@SuppressWarnings("ArrayRecordComponent") // on its way through one request, never compared
record Prepared(
        WireRequest request,
        List<Edit> edits,
        byte[] forwarded,
        boolean retrieveTool,
        @Nullable Step step,
        @Nullable TooLarge tooLarge) {
    Prepared(WireRequest request, List<Edit> edits, byte[] forwarded, boolean retrieveTool, @Nullable Step step) {
        this(request, edits, forwarded, retrieveTool, step, null);
    }

    /** More tokens than the model takes, whatever is left out: it is not sent. */
    record TooLarge(int tokens, int window) {}

    /** Not to be sent. */
    static Prepared tooLarge(WireRequest request, int tokens, int window) {
        return new Prepared(request, List.of(), request.body(), false, null, new TooLarge(tokens, window));
    }

    /**
     * Where the request stands in the ledger.
     *
     * @param conditions on which it was planned
     * @param id known when the step is recorded; fails where it could not be
     */
    record Step(SessionState session, CompletableFuture<StepId> id, Conditions conditions) {}

    /** As it came, and unrecorded. */
    static Prepared whole(WireRequest request) {
        return new Prepared(request, List.of(), request.body(), false, null);
    }

    boolean isUnchanged() {
        return edits.isEmpty() && !retrieveTool;
    }
}
