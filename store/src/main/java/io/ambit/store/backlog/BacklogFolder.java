package io.ambit.store.backlog;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a backlog lies. The layouts are those of backlog-mcp: {@code docs} of a project, with a control folder
 * {@code .backlog} beside it; or {@code .backlog} itself, of a project or of a user, with the files in its {@code docs}
 * or, older, directly in its {@code tasks}, {@code epics} and so on.
 *
 * @param root what references may lead into: the project, or the user's own backlog
 * @param docs where the items lie; need not be there before the first write
 * @param control where lock, trash and state lie; may be the same as {@code docs}
 * @param isPrivate whether nobody but its owner may read what is written there; else the umask decides
 */
public record BacklogFolder(Path root, Path docs, Path control, boolean isPrivate) {
    static final String NAME = ".backlog";
    private static final String DOCS = "docs";
    private static final String TASKS = "tasks";

    public BacklogFolder {
        root = root.toAbsolutePath().normalize();
        docs = docs.toAbsolutePath().normalize();
        control = control.toAbsolutePath().normalize();
    }

    /**
     * The backlog of a project: its own where it has one, else the user's. Nothing is created.
     *
     * @param project the project's root
     */
    public static BacklogFolder find(Path project, Path userHome) {
        Path folder = project.toAbsolutePath().normalize();
        boolean isHome = folder.equals(userHome.toAbsolutePath().normalize());
        if (!isHome && isInside(folder, folder.resolve(DOCS).resolve(TASKS))) {
            return new BacklogFolder(folder, folder.resolve(DOCS), folder.resolve(NAME), false);
        }
        if (!isHome && isInside(folder, folder.resolve(NAME))) {
            return inProject(folder);
        }
        Path own = userHome.resolve(NAME);
        return new BacklogFolder(own, docs(own), own, true);
    }

    /** The backlog in {@code .backlog} of a project, which need not be there yet. */
    public static BacklogFolder inProject(Path project) {
        Path control = project.resolve(NAME);
        return new BacklogFolder(project, docs(control), control, false);
    }

    private static Path docs(Path control) {
        boolean isFlat = !Files.isDirectory(control.resolve(DOCS)) && Files.isDirectory(control.resolve(TASKS));
        return isFlat ? control : control.resolve(DOCS);
    }

    /** Whether a folder is there and, links followed, within the project: a link out of it is not its backlog. */
    private static boolean isInside(Path project, Path folder) {
        return Files.isDirectory(folder) && RealPath.of(folder).startsWith(RealPath.of(project));
    }

    /** Whether it belongs to a project, whose files others see too. */
    public boolean isProjects() {
        return !isPrivate;
    }

    Path state() {
        return control.resolve("state");
    }

    Path trash() {
        return control.resolve("trash");
    }

    Path epicContexts() {
        return docs.resolve(EPIC_CONTEXTS);
    }

    static final String EPIC_CONTEXTS = "epic-contexts";
}
