package io.ambit.store;

import io.ambit.core.session.SessionId;
import io.ambit.core.session.SessionTotals;
import io.ambit.core.session.TokenFlow;
import io.ambit.core.session.Usage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums over steps, which the database computes: lists of sessions must not read every step. */
final class StepSums {
    /** Named wherever rows of steps are read: the key of those rows begins with the session. */
    private static final String USED = "SELECT id FROM sessions WHERE space = ? AND last_request >= ?";

    private StepSums() {}

    /** Of each session of a space that was used since. */
    static Map<SessionId, SessionTotals> totals(Sql sql, long space, Instant since) {
        Map<Long, Map<String, Usage>> usage = new HashMap<>();
        sql.list(
                "SELECT u.session, s.model, SUM(MAX(u.input, 0)) AS input, SUM(MAX(u.cached, 0)) AS cached,"
                        + " SUM(MAX(u.output, 0)) AS output FROM steps s CROSS JOIN usages u"
                        + " ON u.space = s.space AND u.session = s.session AND u.step = s.number"
                        + " WHERE s.space = ? AND s.session IN (" + USED
                        + ") AND (u.input >= 0 OR u.output >= 0) GROUP BY u.session, s.model",
                row -> usage.computeIfAbsent(row.getLong("session"), session -> new HashMap<>())
                        .put(
                                row.getString("model"),
                                new Usage(row.getLong("input"), row.getLong("cached"), row.getLong("output"))),
                space,
                space,
                since);
        Map<Long, Long> cuts = new HashMap<>();
        sql.list(
                "SELECT session, COUNT(*) AS cuts FROM decisions"
                        + " WHERE space = ? AND session IN (" + USED
                        + ") AND kind IN ('cut', 'point', 'drop') GROUP BY session",
                row -> cuts.put(row.getLong("session"), row.getLong("cuts")),
                space,
                space,
                since);
        Map<SessionId, SessionTotals> totals = new HashMap<>();
        sql.readable(
                "SELECT n.id, n.name, COUNT(*) AS requests, SUM(s.ended = 0) AS running,"
                        + " SUM(s.ended <> 0 AND (s.status = 0 OR s.status >= 400 OR s.error <> '')) AS failed,"
                        + " SUM(CASE WHEN s.tokens_out > 0 THEN s.tokens_in ELSE 0 END) AS tokens_in,"
                        + " SUM(COALESCE(s.tokens_out, 0)) AS tokens_out, SUM(COALESCE(s.retrievals, 0)) AS retrievals,"
                        + " SUM(s.failed_open <> '') AS failed_open, MAX(s.at) AS last"
                        + " FROM steps s JOIN sessions n ON n.id = s.session WHERE s.space = ? AND s.session IN ("
                        + USED + ")"
                        + " GROUP BY s.session",
                row -> totals.put(
                        new SessionId(row.getString("name")),
                        read(
                                row,
                                cuts.getOrDefault(row.getLong("id"), 0L),
                                usage.getOrDefault(row.getLong("id"), Map.of()))),
                space,
                space,
                since);
        return totals;
    }

    private static SessionTotals read(ResultSet row, long cuts, Map<String, Usage> usage) throws SQLException {
        return new SessionTotals(
                row.getInt("requests"),
                row.getInt("running"),
                row.getInt("failed"),
                row.getLong("tokens_in"),
                row.getLong("tokens_out"),
                row.getLong("retrievals"),
                row.getInt("failed_open"),
                cuts,
                Sql.instant(row.getLong("last")),
                usage);
    }

    /** Of the steps of a space by spans of time, oldest first. */
    static List<TokenFlow> flow(Sql sql, long space, Instant from, Duration span) {
        long length = span.toNanos();
        return sql.list(
                "SELECT at / ? AS part, COUNT(*) AS steps, SUM(tokens_in) AS tokens_in, SUM(tokens_out) AS tokens_out"
                        + " FROM steps WHERE space = ? AND session IN (" + USED + ") AND at >= ? AND tokens_out > 0"
                        + " GROUP BY part ORDER BY part",
                row -> new TokenFlow(
                        Sql.instant(Math.multiplyExact(row.getLong("part"), length)),
                        row.getInt("steps"),
                        row.getLong("tokens_in"),
                        row.getLong("tokens_out")),
                length,
                space,
                space,
                from,
                from);
    }
}
