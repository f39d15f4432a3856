package io.ambit.store;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Links between records. */
final class LinkRows {
    private static final String SELECT = "SELECT l.id, a.name AS origin_name, l.type, b.name AS target_name, l.author,"
            + " l.created FROM links l JOIN records a ON a.space = l.space AND a.id = l.origin"
            + " JOIN records b ON b.space = l.space AND b.id = l.target WHERE l.space = ?";

    private LinkRows() {}

    /** Adds a link where it is not there. */
    static int add(Sql sql, long space, long origin, LinkType type, long target, String author, Instant now) {
        return sql.run(
                "INSERT INTO links (space, origin, type, target, author, created) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                space,
                origin,
                type.label(),
                target,
                RecordRow.bytes(author),
                TimeBytes.of(now));
    }

    static int add(Sql sql, long space, Link link) {
        return add(
                sql,
                space,
                end(sql, space, link, link.from()),
                link.type(),
                end(sql, space, link, link.to()),
                link.author(),
                link.createdAt());
    }

    private static long end(Sql sql, long space, Link link, RecordId id) {
        long number = RecordRow.number(sql, space, id);
        if (number < 0) {
            throw new InvalidInputException("link " + link.type().label() + " from " + link.from() + " to " + link.to()
                    + " in space " + link.space() + ": no record " + id + " there, expected both ends to be of it");
        }
        return number;
    }

    static boolean remove(Sql sql, long space, RecordId from, LinkType type, RecordId to) {
        return sql.run(
                        "DELETE FROM links WHERE space = ? AND origin = ? AND type = ? AND target = ?",
                        space,
                        RecordRow.number(sql, space, from),
                        type.label(),
                        RecordRow.number(sql, space, to))
                > 0;
    }

    static void removeAll(Sql sql, long space, long number) {
        sql.run("DELETE FROM links WHERE space = ? AND origin = ?", space, number);
        sql.run("DELETE FROM links WHERE space = ? AND target = ?", space, number);
    }

    static List<Link> all(Sql sql, long space, Space name) {
        return sql.readable(SELECT + " ORDER BY l.id", row -> read(row, name), space).stream()
                .flatMap(found -> found.values().stream())
                .toList();
    }

    /** All links from or to these records, oldest first. */
    static List<Link> of(Sql sql, long space, Space name, Collection<RecordId> ids) {
        Map<Long, Link> found = new TreeMap<>();
        for (RecordId id : ids) {
            long number = RecordRow.number(sql, space, id);
            for (String end : List.of("l.origin", "l.target")) {
                sql.readable(SELECT + " AND " + end + " = ?", row -> read(row, name), space, number)
                        .forEach(found::putAll);
            }
        }
        return List.copyOf(found.values());
    }

    private static Map<Long, Link> read(ResultSet row, Space space) throws SQLException {
        try {
            return Map.of(
                    row.getLong("id"),
                    new Link(
                            space,
                            new RecordId(row.getString("origin_name")),
                            LinkType.ofLabel(String.valueOf(row.getString("type"))),
                            new RecordId(row.getString("target_name")),
                            RecordRow.required(row, "author"),
                            TimeBytes.read(row, "created")));
        } catch (AmbitException e) {
            throw new CorruptRecordException(
                    "link " + row.getLong("id") + " of space " + space + ": " + e.getMessage());
        }
    }

    /** Names the links that lead nowhere or cannot be read. */
    static List<String> faults(Sql sql, long space, Space name) {
        List<String> faults = new ArrayList<>();
        sql.list(
                "SELECT id FROM links l WHERE space = ? AND ("
                        + "NOT EXISTS (SELECT 1 FROM records r WHERE r.space = l.space AND r.id = l.origin AND r.state < 2)"
                        + " OR NOT EXISTS (SELECT 1 FROM records r WHERE r.space = l.space AND r.id = l.target"
                        + " AND r.state < 2))",
                row -> faults.add("link " + row.getLong(1) + " of space " + name + " leads to no record"),
                space);
        sql.list(
                SELECT,
                row -> {
                    try {
                        return read(row, name).isEmpty();
                    } catch (CorruptRecordException e) {
                        return faults.add(String.valueOf(e.getMessage()));
                    }
                },
                space);
        return faults;
    }
}
