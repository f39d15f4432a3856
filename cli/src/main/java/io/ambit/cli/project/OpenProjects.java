package io.ambit.cli.project;

import io.ambit.cli.config.AmbitHome;
import io.ambit.cli.terminal.FolderSpace;
import io.ambit.core.backlog.Backlog;
import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.context.assembly.Projects;
import io.ambit.core.memory.Memory;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Embedder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The projects of this machine, each opened when it is first asked for. Thread-safe. */
public final class OpenProjects implements Projects, AutoCloseable {
    private final Path userHome;
    private final KnownProjects known;
    private final OpenBacklogs backlogs;
    private final Supplier<Memory> memory;
    private final InstantSource clock;

    /**
     * Opens nothing yet.
     *
     * @param userHome where {@code .backlog} lies for projects that have no backlog of their own
     * @param memory of all spaces, which stays the caller's to close, after this
     * @param embedder finds items by meaning; stays the caller's to close, after this; null for words only
     */
    public OpenProjects(AmbitHome home, Path userHome, Supplier<Memory> memory, @Nullable Embedder embedder) {
        this.userHome = userHome;
        this.known = new KnownProjects(home.projects());
        this.memory = memory;
        this.clock = Clock.systemUTC();
        this.backlogs = new OpenBacklogs(
                folder -> BacklogParts.store(home, folder), folder -> BacklogParts.search(home, embedder), clock);
    }

    @Override
    public ProjectContext inFolder(String folder) {
        Path at = Path.of(folder);
        Space space = FolderSpace.of(at);
        return new ProjectContext(space, backlog(at, space), memory.get());
    }

    /** The backlog of a folder's project, without its memory. */
    Backlog backlog(Path folder, Space space) {
        // A space that somebody named for another folder's work stays known by its own folder.
        if (space.equals(FolderSpace.of(folder))) {
            known.remember(space, real(FolderSpace.root(folder)), clock.instant());
        }
        return backlogs.at(backlogFolder(folder));
    }

    /** The folder that holds the backlog of a folder's project, whether it is there yet or not. */
    Path backlogFolder(Path folder) {
        return BacklogParts.folder(real(folder.toAbsolutePath().normalize()), userHome);
    }

    @Override
    public Optional<ProjectContext> ofSpace(Space space) {
        return folderOf(space).map(folder -> inSpace(space, folder));
    }

    /** The folder of a space that was worked in last. */
    Optional<Path> folderOf(Space space) {
        return known.folderOf(space);
    }

    @Override
    public List<ProjectContext> known() {
        return known.all().stream()
                .map(each -> inSpace(each.space(), each.folder()))
                .toList();
    }

    private ProjectContext inSpace(Space space, Path folder) {
        return new ProjectContext(space, backlogs.at(backlogFolder(folder)), memory.get());
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder;
        }
    }

    @Override
    public void close() {
        backlogs.close();
    }
}
