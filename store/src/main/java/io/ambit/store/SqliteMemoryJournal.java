package io.ambit.store;

import io.ambit.core.event.DisclosureEvent;
import io.ambit.core.event.RecallEvent;
import io.ambit.core.event.StrategyRun;
import io.ambit.core.event.StrategySuccess;
import io.ambit.core.event.StrategyType;
import io.ambit.core.event.TopicChange;
import io.ambit.core.record.Outcome;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryJournal;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Utf8;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The journal of memory, in the database that holds the records. */
public final class SqliteMemoryJournal implements MemoryJournal {
    private static final String PREFIX = "q-";
    /** Success is told from so many of the last reported questions. */
    private static final int COUNTED = 5_000;

    private final Database database;
    private final Spaces spaces;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SqliteMemoryJournal(Database database) {
        this.database = database;
        this.spaces = new Spaces(database);
    }

    /** Opens the journal of a data folder. */
    public static SqliteMemoryJournal open(Path dataFolder) {
        return on(new Database(Schema.CURRENT.prepare(dataFolder)));
    }

    static SqliteMemoryJournal on(Database database) {
        return new SqliteMemoryJournal(database);
    }

    @Override
    public String asked(RecallEvent event) {
        long space = spaces.number(event.space());
        return database.write(sql -> {
            String name = PREFIX + Numbering.next(sql, space, "q");
            sql.run(
                    "INSERT INTO journal_queries (space, name, at, profile, strategies, selected, outcome, completed)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    space,
                    name,
                    TimeBytes.of(event.at()),
                    Utf8.encode(event.profile()),
                    JournalJson.runs(event.strategies()),
                    JournalJson.ids(event.selected()),
                    event.outcome() == null ? null : event.outcome().label(),
                    event.completed());
            return name;
        });
    }

    @Override
    public boolean report(Space space, String queryId, Outcome outcome, boolean completed) {
        OptionalLong number = spaces.find(space);
        return number.isPresent()
                && database.write(sql -> sql.run(
                                "UPDATE journal_queries SET outcome = ?, completed = ? WHERE space = ? AND name = ?",
                                outcome.label(),
                                completed,
                                number.getAsLong(),
                                queryId))
                        > 0;
    }

    @Override
    public Optional<RecallEvent> query(Space space, String queryId) {
        return list(
                        space,
                        "SELECT * FROM journal_queries WHERE space = ? AND name = ?",
                        row -> event(row, space),
                        queryId)
                .stream()
                .findFirst();
    }

    @Override
    public List<RecallEvent> queries(Space space, int limit) {
        return list(
                space,
                "SELECT * FROM journal_queries WHERE space = ? ORDER BY id DESC LIMIT ?",
                row -> event(row, space),
                limit);
    }

    @Override
    public List<StrategySuccess> successByStrategy(Space space) {
        Map<StrategyType, StrategySuccess> counts = new EnumMap<>(StrategyType.class);
        List<RecallEvent> reported = list(
                space,
                "SELECT * FROM journal_queries WHERE space = ? AND outcome IS NOT NULL ORDER BY id DESC LIMIT ?",
                row -> event(row, space),
                COUNTED);
        for (RecallEvent event : reported) {
            for (StrategyRun run : event.strategies()) {
                if (run.selected() > 0) {
                    long success = event.outcome() == Outcome.SUCCESS ? 1 : 0;
                    counts.merge(
                            run.type(),
                            new StrategySuccess(run.type(), 1, success),
                            (all, one) -> new StrategySuccess(
                                    all.type(), all.queries() + one.queries(), all.successes() + one.successes()));
                }
            }
        }
        return List.copyOf(counts.values());
    }

    @Override
    public void recalled(Space space, Collection<Hash> texts, Instant at) {
        long number = spaces.number(space);
        database.write(sql -> {
            texts.forEach(text -> sql.run(
                    "INSERT INTO journal_recalled (space, hash, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    number,
                    text,
                    TimeBytes.of(at)));
            return texts.size();
        });
    }

    @Override
    public boolean wasRecalled(Space space, Hash text) {
        OptionalLong number = spaces.find(space);
        return number.isPresent()
                && database.read(sql -> sql.number(
                                "SELECT 1 FROM journal_recalled WHERE space = ? AND hash = ?",
                                0,
                                number.getAsLong(),
                                text))
                        == 1;
    }

    @Override
    public void shown(DisclosureEvent event) {
        long number = spaces.number(event.space());
        database.write(sql -> sql.run(
                "INSERT INTO journal_shown (space, session, task, at, question, in_index, timeline, read, all_of,"
                        + " topics, idle) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                Utf8.encode(event.session()),
                Utf8.encode(event.task()),
                TimeBytes.of(event.at()),
                event.question(),
                event.indexTokens(),
                event.timelineTokens(),
                event.readTokens(),
                event.allTokens(),
                JournalJson.texts(event.fullTopics()),
                JournalJson.texts(event.idleTopics())));
    }

    @Override
    public List<DisclosureEvent> shown(Space space, @Nullable String session, @Nullable String task) {
        byte[] inSession = session == null ? null : Utf8.encode(session);
        byte[] inTask = task == null ? null : Utf8.encode(task);
        return list(
                space,
                "SELECT * FROM journal_shown WHERE space = ? AND (? IS NULL OR session = ?)"
                        + " AND (? IS NULL OR task = ?) ORDER BY id",
                row -> shownEvent(row, space),
                inSession,
                inSession,
                inTask,
                inTask);
    }

    @Override
    public void change(Space space, TopicChange change, Instant at) {
        long number = spaces.number(space);
        database.write(sql -> sql.run(
                "INSERT INTO journal_changes (space, kind, topic, change, at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (space, kind, topic) DO UPDATE SET change = excluded.change, at = excluded.at",
                number,
                JournalJson.kind(change),
                Utf8.encode(change.topic()),
                JournalJson.change(change),
                TimeBytes.of(at)));
    }

    @Override
    public boolean undo(Space space, TopicChange change) {
        OptionalLong number = spaces.find(space);
        return number.isPresent()
                && database.write(sql -> sql.run(
                                "DELETE FROM journal_changes WHERE space = ? AND kind = ? AND topic = ?",
                                number.getAsLong(),
                                JournalJson.kind(change),
                                Utf8.encode(change.topic())))
                        > 0;
    }

    @Override
    public List<TopicChange> changes(Space space) {
        return list(
                space,
                "SELECT kind, topic, change FROM journal_changes WHERE space = ? ORDER BY id",
                row -> JournalJson.change(
                        row.getString("kind"), Utf8.decode(row.getBytes("topic")), row.getBytes("change")));
    }

    private <T> List<T> list(Space space, String statement, Sql.Row<T> row, @Nullable Object... values) {
        OptionalLong number = spaces.find(space);
        if (number.isEmpty()) {
            return List.of();
        }
        List<@Nullable Object> all = new ArrayList<>();
        all.add(number.getAsLong());
        all.addAll(Arrays.asList(values));
        return database.read(sql -> sql.readable(statement, row, all.toArray()));
    }

    private static RecallEvent event(ResultSet row, Space space) throws SQLException {
        String outcome = row.getString("outcome");
        boolean completed = row.getBoolean("completed");
        return new RecallEvent(
                row.getString("name"),
                space,
                TimeBytes.read(row, "at"),
                Utf8.decode(row.getBytes("profile")),
                JournalJson.runs(row.getBytes("strategies")),
                JournalJson.ids(row.getBytes("selected")),
                outcome == null ? null : Outcome.ofLabel(outcome),
                outcome == null ? null : completed);
    }

    private static DisclosureEvent shownEvent(ResultSet row, Space space) throws SQLException {
        return new DisclosureEvent(
                space,
                Utf8.decode(row.getBytes("session")),
                Utf8.decode(row.getBytes("task")),
                TimeBytes.read(row, "at"),
                row.getBoolean("question"),
                row.getInt("in_index"),
                row.getInt("timeline"),
                row.getInt("read"),
                row.getLong("all_of"),
                JournalJson.texts(row.getBytes("topics")),
                JournalJson.texts(row.getBytes("idle")));
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            database.close();
        }
    }
}
