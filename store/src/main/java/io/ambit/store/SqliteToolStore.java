package io.ambit.store;

import io.ambit.core.message.PrivateText;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.TextVectors;
import io.ambit.core.spi.ToolStore;
import io.ambit.core.tool.ToolDefinition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/** Definitions of tools in {@code ambit.db}, beside the ledger. They go with the last session that was offered them. */
public final class SqliteToolStore implements ToolStore {
    private final Database database;
    private final Spaces spaces;
    private final OfferedBefore before = new OfferedBefore();
    private final AtomicBoolean closed = new AtomicBoolean();

    private SqliteToolStore(Database database) {
        this.database = database;
        this.spaces = new Spaces(database);
    }

    /**
     * Opens the definitions of a data folder. An older database is copied to {@code ambit.db.bak-vN} and brought up to
     * date.
     *
     * @throws io.ambit.core.error.AmbitException where the folder cannot be used, or a newer program has written the
     *     database
     */
    public static SqliteToolStore open(Path dataFolder) {
        return on(new Database(Schema.CURRENT.prepare(dataFolder)));
    }

    static SqliteToolStore on(Database database) {
        return new SqliteToolStore(database);
    }

    @Override
    public void offered(Space space, SessionId session, List<ToolDefinition> tools, Instant at) {
        OptionalLong number = spaces.find(space);
        if (number.isEmpty() || tools.isEmpty() || !before.isNews(space, session, tools)) {
            return;
        }
        Map<String, StoredTool> offered = new LinkedHashMap<>();
        for (ToolDefinition tool : tools) {
            StoredTool stored = StoredTool.of(withoutPrivateText(tool));
            offered.put(stored.key(), stored);
        }
        // A session that was deleted meanwhile is not brought back by what it was offered.
        boolean known = database.write(sql -> SessionRow.find(sql, number.getAsLong(), session)
                .map(row -> {
                    new Offers(sql, number.getAsLong(), row.number()).add(List.copyOf(offered.values()), at);
                    return true;
                })
                .orElse(false));
        if (known) {
            before.noted(space, session, tools);
        }
    }

    private static ToolDefinition withoutPrivateText(ToolDefinition tool) {
        String description = PrivateText.blank(tool.description());
        return description.equals(tool.description())
                ? tool
                : new ToolDefinition(tool.name(), description, tool.server(), tool.inputSchema());
    }

    @Override
    public List<ToolDefinition> tools(Space space) {
        return spaces.find(space).stream()
                .mapToObj(number -> database.read(sql -> Offers.newest(sql, number)))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<ToolDefinition> tools(Space space, SessionId session) {
        OptionalLong number = spaces.find(space);
        if (number.isEmpty()) {
            return List.of();
        }
        Optional<List<ToolDefinition>> found = database.read(sql -> SessionRow.find(sql, number.getAsLong(), session)
                .map(row -> new Offers(sql, number.getAsLong(), row.number()).all()));
        return found.orElse(List.of());
    }

    @Override
    public List<Offered> offers(Space space) {
        return spaces.find(space).stream()
                .mapToObj(number -> database.read(sql -> Offers.bySession(sql, number)))
                .flatMap(List::stream)
                .toList();
    }

    /** Where the vectors of a space's descriptions and requests are kept; closes with the store. */
    public TextVectors vectors(Space space) {
        return new SqliteTextVectors(database, spaces, space, "tool_vectors");
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            database.close();
        }
    }
}
