package io.ambit.core.spi;

import io.ambit.core.error.AmbitException;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.LedgerOutput;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.Retention;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.SessionState;
import io.ambit.core.session.SessionTotals;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.StepId;
import io.ambit.core.session.StepRecord;
import io.ambit.core.session.StepStart;
import io.ambit.core.session.Summary;
import io.ambit.core.session.TokenFlow;
import io.ambit.core.session.VerifyReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The append-only record of what passed: content-addressed blocks, messages, sessions, steps. A call that returned is
 * durable: it survives the death of the process. Several processes may use one ledger. Thread-safe.
 *
 * <p>Nothing crosses a {@link Space}: an id of one space is unknown in every other.
 *
 * <p>Every method throws {@link io.ambit.core.error.RetriableException} where the store is locked or cannot be reached
 * for the moment, {@link AmbitException} where it is damaged.
 */
public interface Ledger extends AutoCloseable {

    /**
     * Finds the session that a request continues, or opens a new one. The longest known chain of messages decides; then
     * the client's own session name, which joins a broken chain and separates equal ones. A body equal to that of the
     * session's last step is a retry.
     */
    SessionState open(Arrival arrival);

    /**
     * Records a step before it is forwarded: new blocks, messages, decisions, and the ids under which originals come
     * back. A retry adds no step; it returns the id of the step that it repeats.
     */
    StepId begin(StepStart start);

    /** Records how a step ended. A second call for the same step replaces the first. */
    void finish(StepId step, StepEnd end);

    /** Adds a summary; one with the same end and range replaces the earlier. */
    void addSummary(Space space, SessionId session, Summary summary);

    /** Counts a summary that could not be made. */
    void countSummaryFailure(Space space, SessionId session);

    /** The session's tool outputs, oldest first, over all its branches, each once. */
    List<LedgerOutput> outputs(Space space, SessionId session);

    /**
     * The original text of an output.
     *
     * @param session where to look; null for the whole space, where the newest session that knows the id wins
     */
    Optional<String> output(Space space, @Nullable SessionId session, OutputId id);

    /** All sessions of a space, the one last used first. */
    List<SessionRecord> sessions(Space space);

    /** All spaces that hold a session. */
    List<Space> spaces();

    /** The steps of a session, oldest first; empty for an unknown one. */
    List<StepRecord> steps(Space space, SessionId session);

    /** Sums over the steps of each session of a space whose last request came at {@code since} or later. */
    Map<SessionId, SessionTotals> totals(Space space, Instant since);

    /**
     * The tokens of a space's steps over time.
     *
     * @param from steps before it do not count
     * @param span how long each part is; parts without a step are left out
     * @return oldest first
     */
    List<TokenFlow> flow(Space space, Instant from, Duration span);

    /** What was decided for a session so far; nothing for an unknown one. */
    Decisions decisions(Space space, SessionId session);

    /** The conversation that a step sent, as the client had it; empty for an unknown step. */
    Optional<Transcript> request(StepId step);

    /** The conversation as of the last step, with its reply where that was recorded. */
    Optional<Transcript> transcript(Space space, SessionId session);

    /** Forgets a session and every block that nothing else uses; false where there is none of that name. */
    boolean delete(Space space, SessionId session);

    /** Deletes what is older or larger than allowed, oldest sessions first; returns how many went. */
    int expire(Retention retention, Instant now);

    /** Hashes again what reads return, and checks that every reference leads somewhere. */
    VerifyReport verify();

    @Override
    void close();
}
