package io.ambit.store;

import io.ambit.core.session.Space;
import io.ambit.core.spi.UsageStore;
import io.ambit.core.text.Utf8;
import io.ambit.core.tool.Rating;
import io.ambit.core.tool.SessionTally;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tallies and ratings in {@code ambit.db}, beside the ledger. */
public final class SqliteUsageStore implements UsageStore, AutoCloseable {
    private final Database database;
    private final Spaces spaces;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SqliteUsageStore(Database database) {
        this.database = database;
        this.spaces = new Spaces(database);
    }

    static SqliteUsageStore on(Database database) {
        return new SqliteUsageStore(database);
    }

    @Override
    public void keep(Space space, Collection<SessionTally> tallies) {
        OptionalLong number = spaces.find(space);
        if (number.isEmpty() || tallies.isEmpty()) {
            return;
        }
        database.write(sql -> {
            int kept = 0;
            for (SessionTally tally : tallies) {
                // What was deleted while it was counted stays deleted.
                kept += SessionRow.find(sql, number.getAsLong(), tally.session())
                        .map(row -> sql.run(
                                "INSERT OR REPLACE INTO session_tallies (space, session, at, steps, tally)"
                                        + " VALUES (?, ?, ?, ?, ?)",
                                number.getAsLong(),
                                tally.session().value(),
                                TimeBytes.of(tally.at()),
                                tally.steps(),
                                Utf8.encode(TallyJson.write(tally))))
                        .orElse(0);
            }
            return kept;
        });
    }

    @Override
    public List<SessionTally> tallies(Space space) {
        return spaces.find(space).stream()
                .mapToObj(number -> database.read(sql -> sql.readable(
                        "SELECT session, at, steps, tally FROM session_tallies WHERE space = ?"
                                + " ORDER BY at DESC, session",
                        TallyJson::read,
                        number)))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void rate(Space space, Rating rating) {
        long number = spaces.number(space);
        byte[] subject = Utf8.encode(rating.subject());
        byte[] author = Utf8.encode(rating.author());
        Instant day = rating.at()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        database.write(sql -> {
            sql.run(
                    "DELETE FROM context_ratings WHERE space = ? AND subject = ? AND author = ? AND at >= ? AND at < ?",
                    number,
                    subject,
                    author,
                    TimeBytes.of(day),
                    TimeBytes.of(day.atZone(ZoneOffset.UTC).plusDays(1).toInstant()));
            return sql.run(
                    "INSERT INTO context_ratings (space, subject, author, at, stars) VALUES (?, ?, ?, ?, ?)",
                    number,
                    subject,
                    author,
                    TimeBytes.of(rating.at()),
                    rating.stars());
        });
    }

    @Override
    public List<Rating> ratings(Space space) {
        return spaces.find(space).stream()
                .mapToObj(number -> database.read(sql -> sql.readable(
                        "SELECT subject, author, at, stars FROM context_ratings WHERE space = ?"
                                + " ORDER BY at DESC, subject",
                        row -> new Rating(
                                Utf8.decode(row.getBytes("subject")),
                                row.getInt("stars"),
                                Utf8.decode(row.getBytes("author")),
                                TimeBytes.read(row, "at")),
                        number)))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            database.close();
        }
    }
}
