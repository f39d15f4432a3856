package io.ambit.cli.project;

import io.ambit.cli.config.AmbitHome;
import io.ambit.core.backlog.ItemSearch;
import io.ambit.core.error.AmbitException;
import io.ambit.core.spi.BacklogStore;
import io.ambit.core.spi.Embedder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a backlog is put together of. */
final class BacklogParts {
    private BacklogParts() {}

    /** Where the backlog of a project lies: in a folder of its own, else in the user's. */
    static Path folder(Path project, Path userHome) {
        for (Path at = project; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(".backlog"))) {
                return at.resolve(".backlog");
            }
            if (Files.isDirectory(at.resolve("docs/tasks"))) {
                return at.resolve("docs");
            }
        }
        return userHome.resolve(".backlog");
    }

    static BacklogStore store(AmbitHome home, Path folder) {
        throw new AmbitException(folder + ": this build cannot read backlogs yet");
    }

    static ItemSearch search(AmbitHome home, @Nullable Embedder embedder) {
        return new TitleSearch();
    }
}
