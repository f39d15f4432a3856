package io.ambit.store;

import io.ambit.core.error.AmbitException;
import io.ambit.core.event.RecallEvent;
import io.ambit.core.event.StrategyRun;
import io.ambit.core.event.StrategySuccess;
import io.ambit.core.event.StrategyType;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Utf8;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions to memory, the strategies that answered them, and how that ended. */
final class QueryRows {
    /** So many questions of a space are kept, the newest. */
    private static final int KEPT = 100_000;

    private static final String PREFIX = "q-";
    private static final String IDS = "ids";

    private QueryRows() {}

    static String add(Sql sql, long space, RecallEvent event) {
        long number = 1 + sql.number("SELECT MAX(number) FROM memory_queries WHERE space = ?", 0, space);
        sql.run(
                "INSERT INTO memory_queries (space, number, at, profile, selected) VALUES (?, ?, ?, ?, ?)",
                space,
                number,
                TimeBytes.of(event.at()),
                event.profile(),
                Utf8.encode(JsonTree.write(Map.of(
                        IDS, event.selected().stream().map(RecordId::value).toList()))));
        int position = 0;
        for (StrategyRun run : event.strategies()) {
            sql.run(
                    "INSERT INTO memory_query_strategies (space, query, position, type, results, selected, latency,"
                            + " propensity) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    space,
                    number,
                    position++,
                    run.type().label(),
                    run.results(),
                    run.selected(),
                    run.latency(),
                    run.propensity());
        }
        sql.run("DELETE FROM memory_query_strategies WHERE space = ? AND query <= ?", space, number - KEPT);
        sql.run("DELETE FROM memory_queries WHERE space = ? AND number <= ?", space, number - KEPT);
        return PREFIX + number;
    }

    static boolean report(Sql sql, long space, String id, Outcome outcome, boolean completed) {
        return sql.run(
                        "UPDATE memory_queries SET outcome = ?, completed = ? WHERE space = ? AND number = ?",
                        outcome.label(),
                        completed,
                        space,
                        number(id))
                > 0;
    }

    static Optional<RecallEvent> find(Sql sql, long space, Space name, String id) {
        return sql
                .readable(
                        "SELECT * FROM memory_queries WHERE space = ? AND number = ?",
                        QueryRows::read,
                        space,
                        number(id))
                .stream()
                .findFirst()
                .map(row -> event(sql, space, name, row));
    }

    static List<RecallEvent> newest(Sql sql, long space, Space name, int limit) {
        return sql
                .readable(
                        "SELECT * FROM memory_queries WHERE space = ? ORDER BY number DESC LIMIT ?",
                        QueryRows::read,
                        space,
                        limit)
                .stream()
                .map(row -> event(sql, space, name, row))
                .toList();
    }

    static List<StrategySuccess> success(Sql sql, long space) {
        Map<StrategyType, StrategySuccess> found = new EnumMap<>(StrategyType.class);
        sql.readable(
                        "SELECT s.type AS type, COUNT(*) AS queries, SUM(q.outcome = 'success') AS successes"
                                + " FROM memory_queries q JOIN memory_query_strategies s"
                                + " ON s.space = q.space AND s.query = q.number"
                                + " WHERE q.space = ? AND q.outcome IS NOT NULL AND s.selected > 0 GROUP BY s.type",
                        row -> new StrategySuccess(
                                type(row.getString("type")), row.getLong("queries"), row.getLong("successes")),
                        space)
                .forEach(one -> found.put(one.type(), one));
        return List.copyOf(found.values());
    }

    private record Row(long number, RecallEvent event) {}

    private static Row read(ResultSet row) throws SQLException {
        long number = row.getLong("number");
        List<RecordId> selected = new ArrayList<>();
        for (String id : ShownRows.json(row, "selected").texts(IDS)) {
            selected.add(id(id));
        }
        String outcome = row.getString("outcome");
        boolean completed = row.getBoolean("completed");
        @Nullable Boolean known = row.wasNull() ? null : completed;
        return new Row(
                number,
                new RecallEvent(
                        PREFIX + number,
                        Space.DEFAULT,
                        TimeBytes.read(row, "at"),
                        row.getString("profile"),
                        List.of(),
                        selected,
                        outcome == null ? null : outcome(outcome),
                        known));
    }

    private static RecallEvent event(Sql sql, long space, Space name, Row row) {
        RecallEvent event = row.event();
        List<StrategyRun> runs = sql.readable(
                "SELECT * FROM memory_query_strategies WHERE space = ? AND query = ? ORDER BY position",
                run -> new StrategyRun(
                        type(run.getString("type")),
                        run.getInt("results"),
                        run.getInt("selected"),
                        Duration.ofNanos(run.getLong("latency")),
                        run.getDouble("propensity")),
                space,
                row.number());
        return new RecallEvent(
                event.id(),
                name,
                event.at(),
                event.profile(),
                runs,
                event.selected(),
                event.outcome(),
                event.completed());
    }

    private static RecordId id(String text) {
        try {
            return new RecordId(text);
        } catch (AmbitException e) {
            throw new CorruptRecordException(String.valueOf(e.getMessage()));
        }
    }

    private static StrategyType type(String label) {
        try {
            return StrategyType.ofLabel(label);
        } catch (AmbitException e) {
            throw new CorruptRecordException(String.valueOf(e.getMessage()));
        }
    }

    private static Outcome outcome(String label) {
        try {
            return Outcome.ofLabel(label);
        } catch (AmbitException e) {
            throw new CorruptRecordException(String.valueOf(e.getMessage()));
        }
    }

    /** The number in an id; one that no row has where it is none. */
    private static long number(String id) {
        String digits = id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : "";
        boolean isNumber =
                !digits.isEmpty() && digits.length() < 19 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(digits) : -1;
    }
}
