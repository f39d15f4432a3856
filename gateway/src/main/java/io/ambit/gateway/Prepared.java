package io.ambit.gateway;

import io.ambit.core.context.Conditions;
import io.ambit.core.context.Edit;
import io.ambit.core.session.SessionState;
import io.ambit.core.session.StepId;
import io.ambit.gateway.route.Destination;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WireCodec;
import io.ambit.wire.WireRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A request that is ready to be forwarded.
 *
 * @param destination where to
 * @param rewrite what is changed of it
 * @param forwarded the body with the changes, in the client's format
 * @param step null where it was not recorded
 * @param tooLarge null for one that may be sent
 */
@SuppressWarnings("ArrayRecordComponent") // on its way through one request, never compared
record Prepared(
        WireRequest request,
        Destination destination,
        Rewrite rewrite,
        byte[] forwarded,
        @Nullable Step step,
        @Nullable TooLarge tooLarge) {
    Prepared(WireRequest request, Destination destination, Rewrite rewrite, byte[] forwarded, @Nullable Step step) {
        this(request, destination, rewrite, forwarded, step, null);
    }

    /**
     * More tokens than the model takes, whatever is left out: it is not sent.
     *
     * @param limit what the request may have
     * @param window of the model, with the room for its answer
     */
    record TooLarge(int tokens, int limit, int window) {
        /** What the client is told. */
        String inWords() {
            String room = limit < window ? " (" + limit + " of it for the request, the rest for the answer)" : "";
            return "the request has " + tokens + " tokens in its shortest form, and the model's window is " + window
                    + room + ": shorten what users say, or set policy.window to the true size";
        }
    }

    /** Not to be sent. */
    static Prepared tooLarge(WireRequest request, Destination destination, int tokens, int limit) {
        int window = Math.max(limit, destination.windowTokens());
        return new Prepared(
                request, destination, Rewrite.NONE, request.body(), null, new TooLarge(tokens, limit, window));
    }

    /**
     * Where the request stands in the ledger.
     *
     * @param session null where nothing was planned, so that nobody waited for it to be found
     * @param id known when the step is recorded; fails where it could not be
     * @param conditions on which it was planned
     */
    record Step(@Nullable SessionState session, CompletableFuture<StepId> id, Conditions conditions) {
        /** The session's id for a log, "" as long as it is not known. */
        String sessionName() {
            if (session != null) {
                return session.id().toString();
            }
            StepId known = id.isDone() && !id.isCompletedExceptionally() ? id.join() : null;
            return known == null ? "" : known.session().toString();
        }
    }

    /** The same, recorded as {@code recorded} in the ledger. */
    Prepared recordedAs(Step recorded) {
        return new Prepared(request, destination, rewrite, forwarded, recorded, tooLarge);
    }

    /** The same request, sent elsewhere. */
    Prepared towards(Destination other, WireCodec codec) {
        Rewrite changed =
                new Rewrite(rewrite.edits(), rewrite.retrieveTool(), other.model(), other.fill(), other.terms());
        return new Prepared(request, other, changed, codec.splice(request, changed), step, tooLarge);
    }

    /** What is changed of its messages. */
    List<Edit> edits() {
        return rewrite.edits();
    }

    /** Whether the retrieve tool is added, and its calls are answered here. */
    boolean retrieveTool() {
        return rewrite.retrieveTool();
    }

    /** Whether it leaves as it came, if not in another format. */
    boolean isUnchanged() {
        return rewrite.isNone();
    }
}
