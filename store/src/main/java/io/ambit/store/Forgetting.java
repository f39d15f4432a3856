package io.ambit.store;

import io.ambit.core.session.Retention;
import io.ambit.core.session.SessionId;
import io.ambit.core.text.Utf8;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Deletes sessions. A session is gone at once; its rows follow a few at a time, so that nobody who writes has to wait
 * long. What a crash leaves undone is finished by the next deletion.
 */
final class Forgetting {
    /** Rows removed in one transaction: some milliseconds. */
    private static final int ROWS = 200;
    /** Pages given back to the file system in one transaction. */
    private static final int PAGES = 512;

    private static final List<String> TABLES =
            List.of("tool_calls", "outputs", "usages", "decisions", "summaries", "hidden_exchanges");

    private record Gone(long space, long session) {}

    private final Database database;

    Forgetting(Database database) {
        this.database = database;
    }

    boolean delete(long space, SessionId id) {
        boolean found = database.write(sql -> SessionRow.find(sql, space, id)
                .map(row -> {
                    forget(sql, new Gone(space, row.number()));
                    sql.run("DELETE FROM session_tallies WHERE space = ? AND session = ?", space, id.value());
                    sql.run(
                            "DELETE FROM context_ratings WHERE space = ? AND subject = ?",
                            space,
                            Utf8.encode(id.value()));
                    return true;
                })
                .orElse(false));
        if (found) {
            sweep();
        }
        return found;
    }

    int expire(Retention retention, Instant now) {
        sweep();
        int count = 0;
        Instant oldest = now.minus(retention.sessionLife());
        while (forgetOldest(
                "SELECT space, id FROM sessions WHERE last_request < ? ORDER BY last_request, id", oldest)) {
            sweep();
            count++;
        }
        while (size() > retention.maxBytes()
                && forgetOldest("SELECT space, id FROM sessions WHERE ? ORDER BY last_request, id", true)) {
            sweep();
            count++;
        }
        return count;
    }

    private boolean forgetOldest(String query, Object value) {
        return database.write(sql -> {
            Optional<Gone> oldest =
                    sql.first(query + " LIMIT 1", row -> new Gone(row.getLong(1), row.getLong(2)), value);
            oldest.ifPresent(gone -> forget(sql, gone));
            return oldest.isPresent();
        });
    }

    private static void forget(Sql sql, Gone gone) {
        sql.run("DELETE FROM sessions WHERE id = ?", gone.session());
        sql.run("INSERT INTO forgotten (space, session) VALUES (?, ?)", gone.space(), gone.session());
    }

    /** Removes what forgotten sessions have left, and gives the room back. */
    private void sweep() {
        boolean any = false;
        while (database.write(Forgetting::sweepSome)) {
            any = true;
        }
        if (any) {
            long free = pages("freelist_count");
            for (long freed = 0; freed < free; freed += PAGES) {
                database.alone(sql -> sql.runInSteps("PRAGMA incremental_vacuum(" + PAGES + ")"));
            }
        }
    }

    /** Returns whether there was anything to remove. */
    private static boolean sweepSome(Sql sql) {
        Optional<Gone> next = sql.first(
                "SELECT space, session FROM forgotten LIMIT 1", row -> new Gone(row.getLong(1), row.getLong(2)));
        next.ifPresent(gone -> {
            if (!sweepRows(sql, gone, "chain", "seq", "message") && !sweepRows(sql, gone, "steps", "number", "reply")) {
                for (String table : TABLES) {
                    sql.run("DELETE FROM " + table + " WHERE space = ? AND session = ?", gone.space(), gone.session());
                }
                Offers.forget(sql, gone.space(), gone.session());
                sql.run("DELETE FROM forgotten WHERE space = ? AND session = ?", gone.space(), gone.session());
            }
        });
        return next.isPresent();
    }

    private static boolean sweepRows(Sql sql, Gone gone, String table, String key, String message) {
        record Entry(long key, long message) {}
        List<Entry> rows = sql.list(
                "SELECT " + key + ", COALESCE(" + message + ", -1) FROM " + table
                        + " WHERE space = ? AND session = ? LIMIT " + ROWS,
                row -> new Entry(row.getLong(1), row.getLong(2)),
                gone.space(),
                gone.session());
        for (Entry row : rows) {
            sql.run(
                    "DELETE FROM " + table + " WHERE space = ? AND session = ? AND " + key + " = ?",
                    gone.space(),
                    gone.session(),
                    row.key());
            Sweep.message(sql, gone.space(), row.message());
        }
        return !rows.isEmpty();
    }

    /** What the database takes, in bytes, without the pages that wait for use. */
    private long size() {
        return (pages("page_count") - pages("freelist_count")) * pages("page_size");
    }

    private long pages(String pragma) {
        return database.read(sql -> sql.number("PRAGMA " + pragma, 0));
    }
}
