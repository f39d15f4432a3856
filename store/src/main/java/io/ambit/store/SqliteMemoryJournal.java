package io.ambit.store;

import io.ambit.core.event.DisclosureEvent;
import io.ambit.core.event.RecallEvent;
import io.ambit.core.event.StrategySuccess;
import io.ambit.core.event.TopicChange;
import io.ambit.core.record.Outcome;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryJournal;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Utf8;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The journal of memory in {@code ambit.db}, beside ledger and memory. Of questions and of what was shown the newest
 * 100,000 of each space are kept.
 */
public final class SqliteMemoryJournal implements MemoryJournal {
    private final Database database;
    private final Spaces spaces;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SqliteMemoryJournal(Database database) {
        this.database = database;
        this.spaces = new Spaces(database);
    }

    /**
     * Opens the journal of a data folder. An older database is copied to {@code ambit.db.bak-vN} and brought up to date.
     *
     * @throws io.ambit.core.error.AmbitException where the folder cannot be used, or a newer program has written the
     *     database
     */
    public static SqliteMemoryJournal open(Path dataFolder) {
        return on(new Database(Schema.CURRENT.prepare(dataFolder)));
    }

    static SqliteMemoryJournal on(Database database) {
        return new SqliteMemoryJournal(database);
    }

    @Override
    public String asked(RecallEvent event) {
        long space = spaces.number(event.space());
        return database.write(sql -> QueryRows.add(sql, space, event));
    }

    @Override
    public boolean report(Space space, String queryId, Outcome outcome, boolean completed) {
        return write(space, false, (sql, number) -> QueryRows.report(sql, number, queryId, outcome, completed));
    }

    @Override
    public Optional<RecallEvent> query(Space space, String queryId) {
        return read(space, Optional.empty(), (sql, number) -> QueryRows.find(sql, number, space, queryId));
    }

    @Override
    public List<RecallEvent> queries(Space space, int limit) {
        return read(space, List.of(), (sql, number) -> QueryRows.newest(sql, number, space, limit));
    }

    @Override
    public List<StrategySuccess> successByStrategy(Space space) {
        return read(space, List.of(), QueryRows::success);
    }

    @Override
    public void recalled(Space space, Collection<Hash> texts, Instant at) {
        if (!texts.isEmpty()) {
            long number = spaces.number(space);
            database.write(sql -> {
                int added = 0;
                for (Hash text : texts) {
                    added += sql.run(
                            "INSERT INTO recalled_texts (space, hash, first) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                            number,
                            text,
                            TimeBytes.of(at));
                }
                return added;
            });
        }
    }

    @Override
    public boolean wasRecalled(Space space, Hash text) {
        return read(
                space,
                false,
                (sql, number) ->
                        sql.number("SELECT 1 FROM recalled_texts WHERE space = ? AND hash = ?", 0, number, text) > 0);
    }

    @Override
    public void shown(DisclosureEvent event) {
        long space = spaces.number(event.space());
        database.write(sql -> ShownRows.add(sql, space, event));
    }

    @Override
    public List<DisclosureEvent> shown(Space space, @Nullable String session, @Nullable String task) {
        return read(space, List.of(), (sql, number) -> ShownRows.list(sql, number, space, session, task));
    }

    @Override
    public void change(Space space, TopicChange change, Instant at) {
        long number = spaces.number(space);
        database.write(sql -> sql.run(
                "INSERT INTO topic_changes (space, kind, topic, number, at, value) VALUES (?, ?, ?,"
                        + " (SELECT COALESCE(MAX(number), 0) + 1 FROM topic_changes WHERE space = ?), ?, ?)"
                        + " ON CONFLICT (space, kind, topic) DO UPDATE SET at = excluded.at, value = excluded.value",
                number,
                TopicChangeJson.kind(change),
                Utf8.encode(change.topic()),
                number,
                TimeBytes.of(at),
                Utf8.encode(TopicChangeJson.value(change))));
    }

    @Override
    public boolean undo(Space space, TopicChange change) {
        return write(
                space,
                false,
                (sql, number) -> sql.run(
                                "DELETE FROM topic_changes WHERE space = ? AND kind = ? AND topic = ?",
                                number,
                                TopicChangeJson.kind(change),
                                Utf8.encode(change.topic()))
                        > 0);
    }

    @Override
    public List<TopicChange> changes(Space space) {
        return read(
                space,
                List.of(),
                (sql, number) -> sql.readable(
                        "SELECT kind, topic, value FROM topic_changes WHERE space = ? ORDER BY number",
                        row -> TopicChangeJson.read(
                                row.getString("kind"),
                                Utf8.decode(row.getBytes("topic")),
                                Utf8.decode(row.getBytes("value"))),
                        number));
    }

    private <T> T read(Space space, T otherwise, BiFunction<Sql, Long, T> work) {
        OptionalLong number = spaces.find(space);
        return number.isEmpty() ? otherwise : database.read(sql -> work.apply(sql, number.getAsLong()));
    }

    private <T> T write(Space space, T otherwise, BiFunction<Sql, Long, T> work) {
        OptionalLong number = spaces.find(space);
        return number.isEmpty() ? otherwise : database.write(sql -> work.apply(sql, number.getAsLong()));
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            database.close();
        }
    }
}
