package io.ambit.cli.project;

import io.ambit.cli.memory.OpenMemory;
import io.ambit.cli.terminal.FolderSpace;
import io.ambit.cli.terminal.ProgressLine;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.backlog.Backlog;
import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.error.AmbitException;
import io.ambit.core.session.Space;
import io.ambit.store.backlog.BacklogFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One project for the length of a command: backlog and memory are opened when they are first asked for. */
public final class OpenProject implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final OpenMemory memory;
    private final OpenProjects projects;
    private final Space space;
    private final Path folder;

    private OpenProject(
            Terminal terminal,
            @Nullable Space named,
            @Nullable Path given,
            @Nullable Path otherwise,
            Patience patience) {
        memory = OpenMemory.of(terminal);
        projects = new OpenProjects(
                terminal.home(), terminal.userHome(), memory::memory, memory::stores, memory.embedder(), patience);
        folder = given != null
                ? existing(given)
                : named == null || named.equals(FolderSpace.of(Path.of("")))
                        ? Path.of("").toAbsolutePath()
                        : projects.folderOf(named)
                                .or(() -> Optional.ofNullable(otherwise))
                                .orElseThrow(() -> new AmbitException("no folder of space " + named
                                        + " is known, expected --folder, or a space that was worked in"));
        space = named == null ? FolderSpace.of(folder) : named;
    }

    /**
     * The project that options name, else that of the current folder.
     *
     * @throws AmbitException where there is no such project
     */
    public static OpenProject of(Terminal terminal, ProjectOption option) {
        ProgressLine line = new ProgressLine(terminal);
        return new OpenProject(
                terminal,
                option.space(),
                option.folder(),
                null,
                new Patience(
                        PATIENCE,
                        waiting -> line.show(waiting + " items to read for their meaning", waiting == 0 ? 1 : -1)));
    }

    /** The same for questions that need no backlog: a space that agents only named has that of the user. */
    public static OpenProject anywhere(Terminal terminal, ProjectOption option) {
        return new OpenProject(terminal, option.space(), option.folder(), terminal.userHome(), Patience.NONE);
    }

    /** The project that a folder lies in; its search waits for nothing. */
    public static OpenProject in(Terminal terminal, Path folder) {
        return new OpenProject(terminal, null, folder, null, Patience.NONE);
    }

    private static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new AmbitException(folder + " is not there, expected a folder");
        }
        return folder.toAbsolutePath();
    }

    /** What the project's memory, ledger and model come from. */
    public OpenMemory memory() {
        return memory;
    }

    public Space space() {
        return space;
    }

    /** Where the backlog lies, whether anything is in it or not. */
    public BacklogFolder backlogFolder() {
        return projects.backlogFolder(folder);
    }

    public Backlog backlog() {
        projects.use(space, folder);
        return projects.backlog(space, folder);
    }

    public ProjectContext context() {
        projects.use(space, folder);
        return projects.context(space, folder);
    }

    @Override
    public void close() {
        try (memory) {
            projects.close();
        }
    }
}
