package io.ambit.cli.backlog;

import io.ambit.cli.project.OpenProject;
import io.ambit.cli.project.ProjectOption;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.context.assembly.reconcile.Curated;
import io.ambit.core.context.assembly.reconcile.Review;
import io.ambit.core.context.assembly.reconcile.ReviewDecision;
import io.ambit.core.context.assembly.reconcile.ReviewJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit backlog reconcile}. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = "Review what was captured for an epic, entry by entry: keep, edit, merge or drop. What is kept "
                + "becomes the epic's curated context. Without a terminal, or with --json, the review is only shown.",
        footer = {
            "",
            "Examples:",
            "  ambit backlog reconcile EPIC-2",
            "  ambit backlog reconcile EPIC-2 --decisions decisions.json"
        })
final class ReconcileCommand implements Callable<Integer> {
    @Parameters(paramLabel = "EPIC", description = "The epic, in any spelling.")
    private String epic = "";

    @Option(
            names = "--decisions",
            paramLabel = "FILE",
            description =
                    "A person's decisions: a JSON array of objects with id, action (keep, edit, merge, drop), and "
                            + "text or into.")
    private @Nullable Path file;

    @Mixin
    private ProjectOption where = new ProjectOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    ReconcileCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try (OpenProject opened = OpenProject.of(terminal, where)) {
            ProjectContext project = opened.context();
            if (file != null) {
                carryOut(project, GivenDecisions.read(file));
                return ExitCode.DONE;
            }
            Review review = project.reconcile(epic);
            if (json.wanted()) {
                JsonOption.print(terminal, ReviewJson.tree(review));
            } else if (terminal.interactive()) {
                List<ReviewDecision> decisions = new ReviewDialogue(terminal, review).ask();
                if (decisions.isEmpty()) {
                    terminal.say("nothing was decided, nothing was changed");
                } else {
                    carryOut(project, decisions);
                }
            } else {
                new ShownReview(terminal, review).print();
                terminal.say("a person decides: at a terminal, on the dashboard, or with --decisions FILE");
            }
        }
        return ExitCode.DONE;
    }

    private void carryOut(ProjectContext project, List<ReviewDecision> decisions) {
        Curated curated = project.reconcile(epic, decisions, "user");
        if (json.wanted()) {
            JsonOption.print(terminal, ReviewJson.tree(curated));
        } else {
            terminal.say("the context of " + curated.epic() + " is written: " + curated.kept() + " kept, "
                    + curated.edited() + " edited, " + curated.merged() + " merged, " + curated.dropped() + " dropped");
        }
    }
}
