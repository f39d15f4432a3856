package io.ambit.cli.project;

import io.ambit.cli.config.AmbitHome;
import io.ambit.cli.terminal.FolderSpace;
import io.ambit.core.backlog.Backlog;
import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.context.assembly.Projects;
import io.ambit.core.memory.Memory;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Embedder;
import io.ambit.core.spi.PreferenceStore;
import io.ambit.store.SqliteStores;
import io.ambit.store.backlog.BacklogFolder;
import io.ambit.store.learning.PreferenceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The projects of this machine, each opened when it is first asked for. Thread-safe. */
public final class OpenProjects implements Projects, AutoCloseable {
    private final Path userHome;
    private final KnownProjects known;
    private final OpenBacklogs backlogs;
    private final Map<Backlog, ProjectContext> contexts = new ConcurrentHashMap<>();
    private final Supplier<Memory> memory;
    private final PreferenceStore preferences;
    private final InstantSource clock;

    /**
     * Opens nothing yet.
     *
     * @param userHome where {@code .backlog} lies for projects that have no backlog of their own
     * @param memory of all spaces
     * @param stores what memory rests on; like the embedder they stay the caller's to close, after this
     * @param embedder finds items by meaning; null for words only
     */
    public OpenProjects(
            AmbitHome home,
            Path userHome,
            Supplier<Memory> memory,
            Supplier<SqliteStores> stores,
            @Nullable Embedder embedder) {
        this(home, userHome, memory, stores, embedder, Patience.NONE);
    }

    /** The same, for one question alone, which has that patience. */
    OpenProjects(
            AmbitHome home,
            Path userHome,
            Supplier<Memory> memory,
            Supplier<SqliteStores> stores,
            @Nullable Embedder embedder,
            Patience patience) {
        this.userHome = userHome;
        this.known = new KnownProjects(home.projects());
        this.memory = memory;
        this.preferences = new PreferenceFile(home.folder());
        this.clock = Clock.systemUTC();
        this.backlogs = new OpenBacklogs(() -> stores.get().memory(), embedder, patience, clock);
    }

    @Override
    public ProjectContext inFolder(String folder) {
        Path at = Path.of(folder);
        Space space = FolderSpace.of(at);
        use(space, at);
        return context(space, at);
    }

    /** Says that a folder is worked in; a space that was named for another folder's work stays known by its own. */
    void use(Space space, Path folder) {
        if (space.equals(FolderSpace.of(folder))) {
            known.remember(space, real(FolderSpace.root(folder)), clock.instant());
        }
    }

    /** Backlog of a folder's project with the memory of a space, which is most often that of the folder. */
    ProjectContext context(Space space, Path folder) {
        return contexts.computeIfAbsent(
                backlog(space, folder), backlog -> new ProjectContext(space, backlog, memory.get(), preferences));
    }

    /** The backlog of a folder's project, without its memory. */
    Backlog backlog(Space space, Path folder) {
        return backlogs.at(space, backlogFolder(folder));
    }

    /** Where the backlog of a folder's project lies: in the project, else in the user's home. */
    BacklogFolder backlogFolder(Path folder) {
        Path root = real(FolderSpace.root(folder));
        BacklogFolder found = BacklogFolder.find(root, userHome);
        // A git repository is a project by itself; of other folders of the user the nearest that holds a backlog is.
        boolean isRepository = !FolderSpace.of(root).equals(Space.DEFAULT);
        Path home = real(userHome);
        for (Path at = root.getParent();
                !isRepository && !found.isProjects() && at != null && at.startsWith(home);
                at = at.getParent()) {
            found = BacklogFolder.find(at, userHome);
        }
        return found;
    }

    @Override
    public Optional<ProjectContext> ofSpace(Space space) {
        return folderOf(space).map(folder -> context(space, folder));
    }

    @Override
    public ProjectContext inSpace(Space space) {
        return context(space, folderOf(space).orElse(userHome));
    }

    /** The folder of a space that was worked in last. */
    Optional<Path> folderOf(Space space) {
        return known.all().stream()
                .filter(each -> each.space().equals(space) && isOf(each))
                .map(KnownProjects.Known::folder)
                .findFirst();
    }

    /** A folder that has become another project since, or part of one, says nothing of its old space. */
    private static boolean isOf(KnownProjects.Known known) {
        return FolderSpace.of(known.folder()).equals(known.space());
    }

    @Override
    public List<ProjectContext> known() {
        return known.all().stream()
                .filter(OpenProjects::isOf)
                .map(each -> context(each.space(), each.folder()))
                .toList();
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }

    @Override
    public void close() {
        contexts.clear();
        backlogs.close();
    }
}
