package io.ambit.store;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.session.Space;
import io.ambit.core.spi.ToolPatternStore;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Utf8;
import io.ambit.core.tool.ToolPattern;
import io.ambit.core.tool.ToolPatternJson;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Patterns of failed calls in {@code ambit.db}. */
public final class SqliteToolPatternStore implements ToolPatternStore {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteToolPatternStore.class);

    private final Database database;
    private final Spaces spaces;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SqliteToolPatternStore(Database database) {
        this.database = database;
        this.spaces = new Spaces(database);
    }

    static SqliteToolPatternStore on(Database database) {
        return new SqliteToolPatternStore(database);
    }

    @Override
    public List<ToolPattern> patterns(Space space) {
        OptionalLong number = spaces.find(space);
        if (number.isEmpty()) {
            return List.of();
        }
        return database
                .read(sql -> sql.list(
                        "SELECT bytes FROM tool_patterns WHERE space = ? ORDER BY id",
                        row -> read(row.getBytes("bytes")),
                        number.getAsLong()))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** One damaged pattern must not hide the others. */
    private static Optional<ToolPattern> read(byte[] bytes) {
        try {
            return Optional.of(ToolPatternJson.read(Json.parse(bytes)));
        } catch (JsonSyntaxException | InvalidInputException e) {
            LOG.warn("a pattern of failed calls is left out: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void keep(Space space, List<ToolPattern> patterns) {
        long number = spaces.number(space);
        database.write(sql -> {
            patterns.forEach(pattern -> sql.run(
                    "INSERT INTO tool_patterns (space, id, bytes) VALUES (?, ?, ?)"
                            + " ON CONFLICT (space, id) DO UPDATE SET bytes = excluded.bytes",
                    number,
                    pattern.id(),
                    Utf8.encode(JsonTree.write(ToolPatternJson.tree(pattern)))));
            return patterns.size();
        });
    }

    @Override
    public void remove(Space space, List<String> ids) {
        OptionalLong number = spaces.find(space);
        if (number.isPresent() && !ids.isEmpty()) {
            database.write(sql -> {
                ids.forEach(
                        id -> sql.run("DELETE FROM tool_patterns WHERE space = ? AND id = ?", number.getAsLong(), id));
                return ids.size();
            });
        }
    }

    @Override
    public void note(Space space, Event event) {
        long number = spaces.number(space);
        database.write(sql -> sql.run(
                "INSERT INTO tool_pattern_events (space, at, what, pattern, note) VALUES (?, ?, ?, ?, ?)",
                number,
                TimeBytes.of(event.at()),
                event.what(),
                event.pattern(),
                Utf8.encode(event.note())));
    }

    @Override
    public List<Event> events(Space space, int limit) {
        OptionalLong number = spaces.find(space);
        return number.isEmpty()
                ? List.of()
                : database.read(sql -> sql.list(
                        "SELECT at, what, pattern, note FROM tool_pattern_events WHERE space = ?"
                                + " ORDER BY number DESC LIMIT ?",
                        row -> new Event(
                                TimeBytes.read(row, "at"),
                                row.getString("what"),
                                row.getString("pattern"),
                                Utf8.decode(row.getBytes("note"))),
                        number.getAsLong(),
                        limit));
    }

    @Override
    public void purge(Space space) {
        OptionalLong number = spaces.find(space);
        if (number.isPresent()) {
            database.write(sql -> sql.run("DELETE FROM tool_patterns WHERE space = ?", number.getAsLong())
                    + sql.run("DELETE FROM tool_pattern_events WHERE space = ?", number.getAsLong()));
        }
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            database.close();
        }
    }
}
