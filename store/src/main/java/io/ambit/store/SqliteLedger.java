package io.ambit.store;

import io.ambit.core.error.AmbitException;
import io.ambit.core.message.PrivateText;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.LedgerOutput;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.session.Retention;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.SessionMatch;
import io.ambit.core.session.SessionMatch.Found;
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
import io.ambit.core.spi.Ledger;
import io.ambit.core.text.Utf8;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The ledger in one SQLite file, {@code ambit.db} in the data folder, which is made where it is missing. Several
 * processes may open it at once. Damage to a record is logged where a read meets it, and the read goes on without it.
 */
public final class SqliteLedger implements Ledger {
    private final Database database;
    private final Spaces spaces;
    private final Forgetting forgetting;
    private final SessionIds ids;
    private final SessionStates states = new SessionStates();
    private final AtomicBoolean closed = new AtomicBoolean();

    private SqliteLedger(Database database, RandomGenerator random) {
        this.database = database;
        this.spaces = new Spaces(database);
        this.forgetting = new Forgetting(database);
        this.ids = new SessionIds(random);
    }

    /**
     * Opens the ledger of a data folder. An older database is copied to {@code ambit.db.bak-vN} and brought up to date.
     *
     * @throws AmbitException where the folder cannot be used, or a newer program has written the database
     */
    public static SqliteLedger open(Path dataFolder) {
        return open(dataFolder, new SecureRandom());
    }

    /** The same, with the source of the random part of session ids. */
    static SqliteLedger open(Path dataFolder, RandomGenerator random) {
        return on(new Database(Schema.CURRENT.prepare(dataFolder)), random);
    }

    static SqliteLedger on(Database database, RandomGenerator random) {
        return new SqliteLedger(database, random);
    }

    @Override
    public SessionState open(Arrival arrival) {
        long space = spaces.number(arrival.space());
        // Most requests go on with a session that is there: then nothing waits for whoever writes.
        Optional<SessionState> known = database.read(sql -> find(sql, space, arrival));
        return known.orElseGet(() ->
                database.write(sql -> find(sql, space, arrival).orElseGet(() -> insert(sql, space, arrival))));
    }

    /** The session that a request continues; empty for one of a new session. */
    private Optional<SessionState> find(Sql sql, long space, Arrival arrival) {
        Found found = SessionMatch.choose(arrival, SessionSearch.candidates(sql, space, arrival));
        SessionId id = switch (found) {
            case Found.Fresh ignored -> null;
            case Found.Retry retry -> retry.id();
            case Found.Continuation continuation -> continuation.id();
            case Found.Branch branch -> branch.id();
        };
        return Optional.ofNullable(id).map(known -> state(sql, space, arrival, known, found instanceof Found.Retry));
    }

    private SessionState state(Sql sql, long space, Arrival arrival, SessionId id, boolean retry) {
        SessionRow row = SessionRow.require(sql, space, id);
        return states.get(sql, space, arrival.space(), row, retry && row.steps() > 0);
    }

    private SessionState insert(Sql sql, long space, Arrival arrival) {
        SessionId id = ids.next(arrival.at());
        while (SessionRow.find(sql, space, id).isPresent()) {
            id = ids.next(arrival.at());
        }
        sql.run(
                "INSERT INTO sessions (space, name, client_session, client, model, started, last_request, steps,"
                        + " branches, links, tip, tip_length, last_body, boundary, summary_failures, revision)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 0, 1, 0, ?, 0, ?, 0, 0, 0)",
                space,
                id.value(),
                arrival.clientSession(),
                arrival.client(),
                arrival.model(),
                arrival.at(),
                arrival.at(),
                Transcript.ROOT,
                // So that the same request, sent again before this one has begun its step, finds the session too.
                arrival.body());
        return state(sql, space, arrival, id, false);
    }

    @Override
    public StepId begin(StepStart start) {
        Space name = start.arrival().space();
        long space = spaces.number(name);
        Map<PartKey, Decision> changed = start.decisions().changedSince(start.earlier());
        record Begun(SessionRow before, int step) {}
        Begun begun = database.write(sql -> {
            SessionRow row = SessionRow.require(sql, space, start.session());
            return new Begun(row, StepStarts.write(sql, space, row, start, changed));
        });
        states.begun(begun.before(), start, changed);
        return new StepId(name, start.session(), begun.step());
    }

    @Override
    public void finish(StepId step, StepEnd end) {
        long space = spaces.number(step.space());
        record Finished(SessionRow before, boolean stateChanged) {}
        Finished finished = database.write(sql -> {
            SessionRow row = SessionRow.require(sql, space, step.session());
            return new Finished(row, StepEnds.write(sql, space, row, step.number(), end));
        });
        if (!finished.stateChanged()) {
            states.unchanged(finished.before().number(), finished.before().revision());
        }
    }

    @Override
    public void addSummary(Space space, SessionId session, Summary summary) {
        update(
                space,
                session,
                (sql, row) -> sql.run(
                        "INSERT OR REPLACE INTO summaries (space, session, first, last, link, text) VALUES (?, ?, ?, ?, ?, ?)",
                        spaces.number(space),
                        row.number(),
                        summary.from(),
                        summary.to(),
                        summary.end(),
                        Utf8.encode(PrivateText.blank(summary.text()))));
    }

    @Override
    public void countSummaryFailure(Space space, SessionId session) {
        update(
                space,
                session,
                (sql, row) -> sql.run(
                        "UPDATE sessions SET summary_failures = summary_failures + 1 WHERE id = ?", row.number()));
    }

    private void update(Space name, SessionId session, BiFunction<Sql, SessionRow, Integer> change) {
        long space = spaces.number(name);
        database.write(sql -> {
            SessionRow row = SessionRow.require(sql, space, session);
            sql.run("UPDATE sessions SET revision = revision + 1 WHERE id = ?", row.number());
            return change.apply(sql, row);
        });
    }

    @Override
    public List<LedgerOutput> outputs(Space space, SessionId session) {
        return read(space, session, OutputReads::all).orElse(List.of());
    }

    @Override
    public Optional<String> output(Space space, @Nullable SessionId session, OutputId id) {
        return read(space, (sql, number) -> OutputReads.one(sql, number, session, id))
                .flatMap(Function.identity());
    }

    @Override
    public List<SessionRecord> sessions(Space space) {
        return read(
                        space,
                        (sql, number) -> sql.readable(
                                "SELECT s.*, (SELECT COUNT(*) FROM summaries m WHERE m.space = s.space AND m.session = s.id)"
                                        + " AS summaries FROM sessions s WHERE s.space = ?"
                                        + " ORDER BY s.last_request DESC, s.id DESC",
                                row -> SessionRow.read(row).record(space, row.getLong("summaries")),
                                number))
                .orElse(List.of());
    }

    @Override
    public List<Space> spaces() {
        return spaces.withSessions();
    }

    @Override
    public List<StepRecord> steps(Space space, SessionId session) {
        return read(space, session, (sql, number, row) -> StepReads.all(sql, number, space, row))
                .orElse(List.of());
    }

    @Override
    public Map<SessionId, SessionTotals> totals(Space space, Instant since) {
        return read(space, (sql, number) -> StepSums.totals(sql, number, since)).orElse(Map.of());
    }

    @Override
    public List<TokenFlow> flow(Space space, Instant from, Duration span) {
        return read(space, (sql, number) -> StepSums.flow(sql, number, from, span))
                .orElse(List.of());
    }

    @Override
    public Decisions decisions(Space space, SessionId session) {
        return read(
                        space,
                        session,
                        (sql, number, row) ->
                                new Decisions(DecisionRows.all(sql, number, row.number()), row.boundary()))
                .orElse(Decisions.none());
    }

    @Override
    public Optional<Transcript> request(StepId step) {
        return read(
                        step.space(),
                        step.session(),
                        (sql, number, row) -> StepReads.request(sql, number, row, step.number()))
                .flatMap(Function.identity());
    }

    @Override
    public Optional<Transcript> transcript(Space space, SessionId session) {
        return read(space, session, StepReads::transcript).flatMap(Function.identity());
    }

    private interface Read<T> {
        T of(Sql sql, long space, SessionRow session);
    }

    /** Reads something of a session; empty where the space does not have it. */
    private <T> Optional<T> read(Space space, SessionId session, Read<T> work) {
        return read(
                        space,
                        (sql, number) -> SessionRow.find(sql, number, session).map(row -> work.of(sql, number, row)))
                .flatMap(Function.identity());
    }

    private <T> Optional<T> read(Space space, BiFunction<Sql, Long, T> work) {
        OptionalLong number = spaces.find(space);
        return number.isPresent()
                ? Optional.of(database.read(sql -> work.apply(sql, number.getAsLong())))
                : Optional.empty();
    }

    @Override
    public boolean delete(Space space, SessionId session) {
        OptionalLong number = spaces.find(space);
        return number.isPresent() && forgetting.delete(number.getAsLong(), session);
    }

    @Override
    public int expire(Retention retention, Instant now) {
        return forgetting.expire(retention, now);
    }

    @Override
    public VerifyReport verify() {
        return database.read(Verification::of);
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            database.close();
        }
    }
}
