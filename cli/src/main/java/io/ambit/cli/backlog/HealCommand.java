package io.ambit.cli.backlog;

import io.ambit.cli.project.OpenProject;
import io.ambit.cli.project.ProjectOption;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.spi.BacklogStore;
import io.ambit.core.spi.BacklogStore.Problem;
import io.ambit.core.text.JsonTree;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit backlog heal}. */
@Command(
        name = "heal",
        mixinStandardHelpOptions = true,
        description =
                "Mend what is wrong with the files, two of one id for example, without losing anything. Ends with "
                        + "1 where something is left that only a person can mend.",
        footer = {"", "Example:", "  ambit backlog heal --dry-run"})
final class HealCommand implements Callable<Integer> {
    @Option(names = "--dry-run", description = "Only say what is wrong.")
    private boolean dryRun;

    @Mixin
    private ProjectOption where = new ProjectOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    HealCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<String> done;
        List<Problem> left;
        try (OpenProject project = OpenProject.of(terminal, where)) {
            BacklogStore store = project.backlog().store();
            done = dryRun ? List.of() : store.heal(Clock.systemUTC().instant());
            left = store.problems();
        }
        if (json.wanted()) {
            JsonOption.print(
                    terminal,
                    Map.of(
                            "done",
                            done,
                            "problems",
                            left.stream().map(HealCommand::tree).toList()));
        } else {
            done.forEach(line -> terminal.out().println(ShownText.line(line, 400)));
            left.forEach(problem -> terminal.out()
                    .println(ShownText.line(problem.path() + ": " + problem.message(), 400)
                            + (problem.healable() ? " (can be healed)" : "")));
            if (done.isEmpty() && left.isEmpty()) {
                terminal.say("nothing is wrong");
            }
            terminal.out().flush();
        }
        return left.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Map<String, Object> tree(Problem problem) {
        Map<String, Object> tree = JsonTree.object("path", problem.path(), "message", problem.message());
        tree.put("healable", problem.healable());
        return tree;
    }
}
