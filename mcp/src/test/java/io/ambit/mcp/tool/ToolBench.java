package io.ambit.mcp.tool;

import io.ambit.core.backlog.Backlog;
import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.memory.Memory;
import io.ambit.core.memory.ReadableSpaces;
import io.ambit.core.memory.care.CareSettings;
import io.ambit.core.record.Content;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Provenance;
import io.ambit.core.session.Space;
import io.ambit.core.spi.BacklogStore;
import io.ambit.core.spi.Ledger;
import io.ambit.core.spi.TokenCounter;
import io.ambit.mcp.tool.set.ToolSet;
import io.ambit.store.SqliteStores;
import io.ambit.testkit.WordIndex;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A project to call tools in, over the real stores in a temporary folder, with a clock that runs by itself. */
public final class ToolBench implements ToolCall, AutoCloseable {
    public static final Space SPACE = new Space("project");
    public static final Instant START = Instant.parse("2026-03-18T15:00:00Z");

    public final SqliteStores stores;
    public final List<String> progress = new ArrayList<>();
    private final TokenCounter tokens = new BpeTokenCounter();
    private final ProjectContext project;
    private Instant now = START;
    public boolean cancelled;
    public @Nullable Map<String, Object> personSays;

    public ToolBench(Path folder, BacklogStore backlog) {
        this(folder, backlog, SPACE);
    }

    public ToolBench(Path folder, BacklogStore backlog, Space space) {
        InstantSource clock = () -> now = now.plusMillis(1);
        stores = SqliteStores.open(folder);
        Memory memory = new Memory(
                stores.memory(),
                stores.memory(),
                new WordIndex(stores.memory()),
                stores.journal(),
                tokens,
                ReadableSpaces.NONE,
                CareSettings.DEFAULT,
                clock,
                written -> {});
        project = new ProjectContext(space, new Backlog(backlog, (snapshot, request) -> List.of(), clock), memory);
    }

    public ToolResult call(String tool, Map<String, Object> arguments) {
        return ToolSet.all().find(tool).orElseThrow().call(arguments, this);
    }

    public String remember(Content content) {
        return remember(content, null);
    }

    public String remember(Content content, @Nullable Instant at) {
        return project.memory()
                .remember(Draft.of(project.space(), content, Provenance.by("agent:test", "test"), at))
                .id()
                .value();
    }

    public String note(String text) {
        return remember(new Insight("note", text, "", List.of()));
    }

    @Override
    public ProjectContext project() {
        return project;
    }

    @Override
    public Ledger ledger() {
        return stores.ledger();
    }

    @Override
    public String client() {
        return "test-agent";
    }

    @Override
    public void progress(double done, double total, String message) {
        progress.add(message);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public boolean canAsk() {
        return personSays != null;
    }

    @Override
    public Optional<Map<String, Object>> ask(String message, Map<String, Object> schema) {
        return Optional.ofNullable(personSays);
    }

    @Override
    public void close() {
        stores.close();
    }
}
