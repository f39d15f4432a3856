package io.ambit.cli.tools;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.tooluse.habit.HabitFinding;
import io.ambit.core.tooluse.habit.HabitJson;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit tools habits}. */
@Command(
        name = "habits",
        mixinStandardHelpOptions = true,
        description =
                "List calls that recorded sessions need not have made, by the seven anti-patterns, each with its cost, "
                        + "the cheaper call and what shows it.",
        footer = {"", "Examples:", "  ambit tools habits", "  ambit tools habits --session SESSION --json"})
final class ToolHabitsCommand implements Callable<Integer> {
    @Option(names = "--session", paramLabel = "ID", description = "Of this session only.")
    private String session = "";

    @Mixin
    private ToolSourceOption source = new ToolSourceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    ToolHabitsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (OpenTools open = OpenTools.of(terminal, source)) {
            List<HabitFinding> found = open.use().habits(session);
            if (json.wanted()) {
                JsonOption.print(
                        terminal,
                        Map.of("habits", found.stream().map(HabitJson::tree).toList()));
            } else if (found.isEmpty()) {
                terminal.out().println("no wasteful habit found");
            } else {
                TextTable table = new TextTable("SESSION", "CALLS", "HABIT", "TOKENS", "WHY", "EVIDENCE");
                found.forEach(finding -> table.add(List.of(
                        finding.session().value(),
                        finding.positions().toString(),
                        finding.kind().key(),
                        Integer.toString(finding.wastedTokens()),
                        finding.reason(),
                        finding.evidence())));
                table.print(terminal.out());
            }
        }
        terminal.out().flush();
        return ExitCode.DONE;
    }
}
