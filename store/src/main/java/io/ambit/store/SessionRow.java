package io.ambit.store;

import io.ambit.core.error.AmbitException;
import io.ambit.core.session.Route;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.SessionMatch;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.core.text.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code sessions}.
 *
 * @param number by which the other tables name the session; never used again after a deletion
 * @param links rows of its chain
 * @param revision counts its changes
 */
record SessionRow(
        long number,
        SessionId id,
        @Nullable String clientSession,
        String client,
        String model,
        Instant started,
        Instant lastRequest,
        int steps,
        int branches,
        int links,
        Hash tip,
        int tipLength,
        @Nullable Hash lastBody,
        @Nullable Boolean retrieveTool,
        boolean boundary,
        Route route,
        long summaryFailures,
        long revision) {

    static Optional<SessionRow> find(Sql sql, long space, SessionId id) {
        return sql.first("SELECT * FROM sessions WHERE space = ? AND name = ?", SessionRow::read, space, id.value());
    }

    static SessionRow require(Sql sql, long space, SessionId id) {
        return find(sql, space, id)
                .orElseThrow(() -> new AmbitException("session " + id + " is not in the ledger, or was deleted"));
    }

    static SessionRow read(ResultSet row) throws SQLException {
        byte[] body = row.getBytes("last_body");
        int tool = row.getInt("retrieve_tool");
        Boolean retrieveTool = row.wasNull() ? null : tool != 0;
        return new SessionRow(
                row.getLong("id"),
                new SessionId(row.getString("name")),
                row.getString("client_session"),
                row.getString("client"),
                row.getString("model"),
                Sql.instant(row.getLong("started")),
                Sql.instant(row.getLong("last_request")),
                row.getInt("steps"),
                row.getInt("branches"),
                row.getInt("links"),
                Sql.hash(row, "tip"),
                row.getInt("tip_length"),
                body == null ? null : Hash.ofDigest(body),
                retrieveTool,
                row.getInt("boundary") != 0,
                RouteJson.read(row.getString("route")),
                row.getLong("summary_failures"),
                row.getLong("revision"));
    }

    SessionMatch.Candidate candidate(int shared) {
        return candidate(shared, false);
    }

    SessionMatch.Candidate candidate(int shared, boolean answered) {
        return new SessionMatch.Candidate(id, clientSession, lastBody, tip, tipLength, shared, answered, lastRequest);
    }

    SessionRecord record(Space space, long summaries) {
        return new SessionRecord(
                space,
                id,
                clientSession,
                client,
                model,
                started,
                lastRequest,
                steps,
                branches,
                links,
                summaries,
                summaryFailures);
    }
}
