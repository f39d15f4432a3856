package io.ambit.cli;

import io.ambit.cli.project.OpenProject;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.backlog.Backlog;
import io.ambit.core.error.AmbitException;
import io.ambit.core.spi.BacklogStore.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@code doctor} says of the backlog of the current folder. */
final class BacklogExamination {
    private BacklogExamination() {}

    static Finding of(Terminal terminal) {
        try (OpenProject project = OpenProject.in(terminal, Path.of(""))) {
            Path folder = project.backlogFolder().docs();
            if (!Files.isDirectory(folder)) {
                return Finding.ok("backlog", "none yet; the first item makes " + folder);
            }
            Backlog backlog = project.backlog();
            List<Problem> problems = backlog.store().problems();
            String where = backlog.items().size() + " items in " + folder;
            if (problems.isEmpty()) {
                return Finding.ok("backlog", where);
            }
            boolean healable = problems.stream().anyMatch(Problem::healable);
            return Finding.wrong(
                    "backlog",
                    problems.size() + (problems.size() == 1 ? " problem" : " problems") + " beside " + where
                            + "; the first: " + problems.get(0).path() + ": "
                            + problems.get(0).message(),
                    healable ? "'ambit backlog heal' mends what can be mended" : "'ambit backlog heal' names them all");
        } catch (AmbitException e) {
            return Finding.wrong("backlog", String.valueOf(e.getMessage()), "");
        }
    }
}
