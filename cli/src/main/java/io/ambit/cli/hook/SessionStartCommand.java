package io.ambit.cli.hook;

import io.ambit.cli.project.OpenProject;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.context.assembly.ProjectContext;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ambit hook session-start}. */
@Command(
        name = "session-start",
        mixinStandardHelpOptions = true,
        description = "Print what the project stands at: what is in progress and what blocks it, what was decided and "
                + "done last, what comes next. With --json, in the form that Claude Code's hooks answer in.",
        footer = {"", "Example:", "  ambit hook session-start </dev/null"})
final class SessionStartCommand implements Callable<Integer> {
    @Mixin
    private StrictOption strict = new StrictOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    SessionStartCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return strict.run(terminal, this::print);
    }

    private int print() {
        HookInput input = HookInput.of(terminal);
        try (OpenProject project = OpenProject.in(terminal, input.folderOrCurrent())) {
            String text = text(project.context());
            if (json.wanted()) {
                JsonOption.print(
                        terminal,
                        Map.of(
                                "hookSpecificOutput",
                                Map.of("hookEventName", "SessionStart", "additionalContext", text)));
            } else {
                terminal.out().print(text);
                terminal.out().flush();
            }
        }
        return ExitCode.DONE;
    }

    private static String text(ProjectContext project) {
        String active = project.active().text();
        String timeline =
                project.memory().disclosure().timeline(project.space()).text();
        return timeline.isBlank() ? active : active + "\n" + timeline;
    }
}
