package io.ambit.store;

import io.ambit.core.error.AmbitException;
import io.ambit.core.event.DisclosureEvent;
import io.ambit.core.record.JsonFields;
import io.ambit.core.session.Space;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Utf8;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What memory showed, and what that cost. */
final class ShownRows {
    /** So many of a space are kept, the newest. */
    private static final int KEPT = 100_000;

    private ShownRows() {}

    static int add(Sql sql, long space, DisclosureEvent event) {
        long number = 1 + sql.number("SELECT MAX(number) FROM memory_shown WHERE space = ?", 0, space);
        sql.run("DELETE FROM memory_shown WHERE space = ? AND number <= ?", space, number - KEPT);
        return sql.run(
                "INSERT INTO memory_shown (space, number, session, task, at, question, index_tokens, timeline_tokens,"
                        + " read_tokens, all_tokens, names) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                space,
                number,
                Utf8.encode(event.session()),
                Utf8.encode(event.task()),
                TimeBytes.of(event.at()),
                event.question(),
                event.indexTokens(),
                event.timelineTokens(),
                event.readTokens(),
                event.allTokens(),
                Utf8.encode(JsonTree.write(JsonTree.object(
                        "entries", event.entryTopics(),
                        "full", event.fullTopics(),
                        "idle", event.idleTopics(),
                        "carriedOut", event.carriedOut()))));
    }

    static List<DisclosureEvent> list(
            Sql sql, long space, Space name, @Nullable String session, @Nullable String task) {
        StringBuilder where = new StringBuilder("SELECT * FROM memory_shown WHERE space = ?");
        List<Object> values = new ArrayList<>(List.of(space));
        if (session != null) {
            where.append(" AND session = ?");
            values.add(Utf8.encode(session));
        }
        if (task != null) {
            where.append(" AND task = ?");
            values.add(Utf8.encode(task));
        }
        return sql.readable(where.append(" ORDER BY number").toString(), row -> read(row, name), values.toArray());
    }

    private static DisclosureEvent read(ResultSet row, Space space) throws SQLException {
        JsonFields names = json(row, "names");
        return new DisclosureEvent(
                space,
                Utf8.decode(row.getBytes("session")),
                Utf8.decode(row.getBytes("task")),
                TimeBytes.read(row, "at"),
                row.getBoolean("question"),
                row.getInt("index_tokens"),
                row.getInt("timeline_tokens"),
                row.getInt("read_tokens"),
                row.getLong("all_tokens"),
                names.texts("entries"),
                names.texts("full"),
                names.texts("idle"),
                names.texts("carriedOut"));
    }

    /**
     * The JSON object in a column.
     *
     * @throws CorruptRecordException where there is none
     */
    static JsonFields json(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        try {
            return new JsonFields(Json.parse(bytes == null ? new byte[0] : bytes));
        } catch (AmbitException e) {
            throw new CorruptRecordException("no JSON object in " + column + ": " + e.getMessage());
        }
    }
}
