package io.ambit.mcp;

import io.ambit.core.backlog.Backlog;
import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.context.assembly.Projects;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.memory.Memory;
import io.ambit.core.memory.ReadableSpaces;
import io.ambit.core.memory.care.CareSettings;
import io.ambit.core.session.Space;
import io.ambit.core.tooluse.ToolUses;
import io.ambit.store.SqliteStores;
import io.ambit.testkit.HeapBacklogStore;
import io.ambit.testkit.PlainSources;
import io.ambit.testkit.WordIndex;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Projects of any folder: the space has the folder's name, memory is that of a data folder, backlogs are on the heap. */
final class HeapProjects implements Projects, AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Map<Space, ProjectContext> projects = new LinkedHashMap<>();
    private final SqliteStores stores;
    private final Memory memory;

    HeapProjects(Path data) {
        stores = SqliteStores.open(data);
        memory = new Memory(
                stores.memory(),
                stores.memory(),
                new WordIndex(stores.memory()),
                stores.journal(),
                new BpeTokenCounter(),
                ReadableSpaces.NONE,
                CareSettings.DEFAULT,
                Clock.systemUTC(),
                space -> {});
    }

    SqliteStores stores() {
        return stores;
    }

    ToolUses tools() {
        return new ToolUses(space -> PlainSources.of(stores.ledger(), stores.tools()));
    }

    @Override
    public synchronized ProjectContext inFolder(String folder) {
        return projects.computeIfAbsent(
                new Space(String.valueOf(Path.of(folder).getFileName())),
                space -> new ProjectContext(
                        space,
                        new Backlog(new HeapBacklogStore(), (snapshot, request) -> List.of(), InstantSource.fixed(NOW)),
                        memory));
    }

    @Override
    public synchronized Optional<ProjectContext> ofSpace(Space space) {
        return Optional.ofNullable(projects.get(space));
    }

    @Override
    public ProjectContext inSpace(Space space) {
        return inFolder("/" + space.id());
    }

    @Override
    public synchronized List<ProjectContext> known() {
        return List.copyOf(projects.values());
    }

    @Override
    public void close() {
        stores.close();
    }
}
