package io.ambit.bench.recorded;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.Utf8;
import io.ambit.wire.logs.OpencodeLog;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The database of opencode: sessions, their messages, the parts of these, as rows that hold JSON. */
final class OpencodeDatabase {
    private static final Set<String> TABLES = Set.of("session", "message", "part");

    private final Path file;

    OpencodeDatabase(Path file) {
        this.file = file;
    }

    /** A session in the database: its id, the version that made it, when it was last used and its size in characters. */
    record Listed(String id, String version, Instant lastUsed, long characters) {}

    /** Whether {@code file} is one. */
    static boolean is(Path file) {
        if (!SqliteFile.is(file)) {
            return false;
        }
        try (Connection connection = SqliteFile.open(file)) {
            return SqliteFile.tables(connection).containsAll(TABLES);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Its sessions, the one last used first. */
    List<Listed> sessions() throws SQLException {
        try (Connection connection = SqliteFile.open(file)) {
            return sessions(connection);
        }
    }

    private static List<Listed> sessions(Connection connection) throws SQLException {
        List<Listed> sessions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, version, time_updated, (SELECT sum(length(data)) "
                        + "FROM part WHERE session_id = session.id) FROM session ORDER BY time_updated DESC, id")) {
            while (rows.next()) {
                String version = rows.getString(2);
                sessions.add(new Listed(
                        rows.getString(1),
                        version == null ? "" : version,
                        Instant.ofEpochMilli(rows.getLong(3)),
                        rows.getLong(4)));
            }
        }
        return sessions;
    }

    /**
     * Reads it.
     *
     * @param wanted id of one session, null for all
     */
    void read(@Nullable String wanted, TrajectorySink sink) {
        try (Connection connection = SqliteFile.open(file)) {
            Map<String, Long> skipped = new LinkedHashMap<>();
            for (Listed session : sessions(connection)) {
                if (wanted == null || wanted.equals(session.id())) {
                    OpencodeLog log = read(connection, session, sink);
                    log.skipped().forEach((type, count) -> skipped.merge(type, count, Long::sum));
                    GivenSessions.give(log.sessions(), file.toString(), sink);
                }
            }
            sink.skipped(OpencodeLog.agent(), skipped);
        } catch (SQLException e) {
            sink.problem(new InputProblem(file.toString(), 0, "cannot be read as a database: " + e.getMessage()));
        }
    }

    private OpencodeLog read(Connection connection, Listed session, TrajectorySink sink) throws SQLException {
        Map<String, List<OpencodeLog.Row>> parts = parts(connection, session.id(), sink);
        OpencodeLog log = new OpencodeLog(session.id(), session.version());
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT id, data FROM message WHERE session_id = ? ORDER BY time_created, id")) {
            statement.setString(1, session.id());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    OpencodeLog.Row message = row(rows, sink);
                    if (message != null) {
                        log.add(message.json(), parts.getOrDefault(rows.getString(1), List.of()));
                    }
                }
            }
        }
        return log;
    }

    private Map<String, List<OpencodeLog.Row>> parts(Connection connection, String session, TrajectorySink sink)
            throws SQLException {
        Map<String, List<OpencodeLog.Row>> parts = new LinkedHashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id, data, message_id FROM part WHERE session_id = ? ORDER BY id")) {
            statement.setString(1, session);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    OpencodeLog.Row part = row(rows, sink);
                    if (part != null) {
                        parts.computeIfAbsent(rows.getString(3), id -> new ArrayList<>())
                                .add(part);
                    }
                }
            }
        }
        return parts;
    }

    private OpencodeLog.@Nullable Row row(ResultSet rows, TrajectorySink sink) throws SQLException {
        byte[] data = Utf8.encode(String.valueOf(rows.getString(2)));
        try {
            return new OpencodeLog.Row(Json.parse(data), data);
        } catch (JsonSyntaxException e) {
            sink.problem(new InputProblem(file.toString(), 0, "row " + rows.getString(1) + " holds no JSON"));
            return null;
        }
    }
}
