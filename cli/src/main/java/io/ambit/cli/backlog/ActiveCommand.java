package io.ambit.cli.backlog;

import io.ambit.cli.project.OpenProject;
import io.ambit.cli.project.ProjectOption;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.context.assembly.ambient.ActiveContext;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ambit backlog active}. */
@Command(
        name = "active",
        mixinStandardHelpOptions = true,
        description =
                "Show the active context, which every agent is shown: what is in progress, its blockers, the latest "
                        + "decisions, what comes next.",
        footer = {"", "Example:", "  ambit backlog active"})
final class ActiveCommand implements Callable<Integer> {
    @Mixin
    private ProjectOption where = new ProjectOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    ActiveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (OpenProject project = OpenProject.of(terminal, where)) {
            ActiveContext active = project.context().active();
            if (json.wanted()) {
                JsonOption.print(terminal, Map.of("text", active.text(), "version", active.version()));
            } else {
                ShownText.print(terminal, active.text());
            }
        }
        return ExitCode.DONE;
    }
}
