package io.ambit.store;

import io.ambit.core.session.SessionId;
import io.ambit.core.spi.ToolStore;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Utf8;
import io.ambit.core.tool.ToolDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one session was offered, in the caller's transaction. */
final class Offers {
    private static final String COLUMNS = "SELECT d.hash, d.bytes FROM tool_offers o"
            + " JOIN tool_definitions d ON d.id = o.definition AND d.space = o.space WHERE o.space = ?";

    private final Sql sql;
    private final long space;
    private final long session;

    /**
     * Looks at a session.
     *
     * @param session number of its row
     */
    Offers(Sql sql, long space, long session) {
        this.sql = sql;
        this.space = space;
        this.session = session;
    }

    private record Row(int position, long definition, String name, String server, Hash hash) {
        boolean isOf(StoredTool tool) {
            return name.equals(tool.name()) && server.equals(tool.server());
        }
    }

    /** Adds what is new; a tool whose definition changed stays where it was. */
    void add(List<StoredTool> tools, Instant at) {
        List<Row> rows = sql.list(
                "SELECT o.position, o.definition, d.name, d.server, d.hash FROM tool_offers o"
                        + " JOIN tool_definitions d ON d.id = o.definition AND d.space = o.space"
                        + " WHERE o.space = ? AND o.session = ? ORDER BY o.position",
                row -> new Row(
                        row.getInt("position"),
                        row.getLong("definition"),
                        Utf8.decode(row.getBytes("name")),
                        Utf8.decode(row.getBytes("server")),
                        Sql.hash(row, "hash")),
                space,
                session);
        int next = (int) sql.number(
                "SELECT MAX(position) + 1 FROM tool_offers WHERE space = ? AND session = ?", 0, space, session);
        for (StoredTool tool : tools) {
            Row known = rows.stream().filter(row -> row.isOf(tool)).findFirst().orElse(null);
            if (known == null) {
                put(next++, tool, at);
            } else if (!known.hash().equals(tool.hash())) {
                put(known.position(), tool, at);
                drop(sql, space, known.definition());
            }
        }
    }

    private void put(int position, StoredTool tool, Instant at) {
        sql.run(
                "INSERT INTO tool_definitions (space, hash, name, server, bytes) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                space,
                tool.hash(),
                Utf8.encode(tool.name()),
                Utf8.encode(tool.server()),
                Utf8.encode(tool.json()));
        sql.run(
                "INSERT OR REPLACE INTO tool_offers (space, session, position, definition, at) VALUES (?, ?, ?,"
                        + " (SELECT id FROM tool_definitions WHERE space = ? AND hash = ?), ?)",
                space,
                session,
                position,
                space,
                tool.hash(),
                TimeBytes.of(at));
    }

    List<ToolDefinition> all() {
        return sql.readable(COLUMNS + " AND o.session = ? ORDER BY o.position", StoredTool::read, space, session);
    }

    /** The newest of each name and server in a space, by name. */
    static List<ToolDefinition> newest(Sql sql, long space) {
        record Key(String name, String server) {}
        Map<Key, ToolDefinition> newest = new LinkedHashMap<>();
        sql.readable(COLUMNS + " GROUP BY d.id ORDER BY d.name, d.server, MAX(o.at), d.id", StoredTool::read, space)
                .forEach(tool -> newest.put(new Key(tool.name(), tool.server()), tool));
        return List.copyOf(newest.values());
    }

    /** Each definition of a space with its sessions, by name. */
    static List<ToolStore.Offered> bySession(Sql sql, long space) {
        record Definition(long id, ToolDefinition tool) {}
        Map<Long, List<SessionId>> sessions = new HashMap<>();
        sql.readable(
                        "SELECT o.definition, s.name FROM tool_offers o JOIN sessions s ON s.id = o.session"
                                + " WHERE o.space = ? ORDER BY s.last_request DESC",
                        row -> Map.entry(row.getLong("definition"), new SessionId(row.getString("name"))),
                        space)
                .forEach(each -> sessions.computeIfAbsent(each.getKey(), any -> new ArrayList<>())
                        .add(each.getValue()));
        return sql
                .readable(
                        "SELECT id, hash, bytes FROM tool_definitions WHERE space = ? ORDER BY name, server, id",
                        row -> new Definition(row.getLong("id"), StoredTool.read(row)),
                        space)
                .stream()
                .map(each -> new ToolStore.Offered(each.tool(), sessions.getOrDefault(each.id(), List.of())))
                .filter(offered -> !offered.sessions().isEmpty())
                .toList();
    }

    /** Takes away what a session was offered, and the definitions that no other session was. */
    static void forget(Sql sql, long space, long session) {
        List<Long> definitions = sql.list(
                "SELECT DISTINCT definition FROM tool_offers WHERE space = ? AND session = ?",
                row -> row.getLong(1),
                space,
                session);
        sql.run("DELETE FROM tool_offers WHERE space = ? AND session = ?", space, session);
        definitions.forEach(definition -> drop(sql, space, definition));
    }

    private static void drop(Sql sql, long space, long definition) {
        sql.run(
                "DELETE FROM tool_definitions WHERE space = ?1 AND id = ?2"
                        + " AND NOT EXISTS (SELECT 1 FROM tool_offers WHERE space = ?1 AND definition = ?2)",
                space,
                definition);
    }
}
