package io.ambit.store.backlog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The folder of lock, state and trash, which a project does not commit. */
final class ControlFolder {
    private static final String IGNORED = "cache/\nstate/\ntrash/\nconfig.local.json\n";

    private ControlFolder() {}

    /** Makes sure that git leaves the control files of a project alone; what is there already is left as it is. */
    static void prepare(BacklogFolder folder) {
        Path ignore = folder.control().resolve(".gitignore");
        if (folder.isProjects() && !Files.exists(ignore, LinkOption.NOFOLLOW_LINKS)) {
            new WholeFile(false).write(ignore, IGNORED.getBytes(StandardCharsets.UTF_8), false);
        }
    }
}
