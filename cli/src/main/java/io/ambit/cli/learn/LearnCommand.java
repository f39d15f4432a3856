package io.ambit.cli.learn;

import io.ambit.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ambit learn}: what was learned, and what a person decides on it. */
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "What was learned from failed calls: look, approve, reject, forget. Nothing that was learned takes "
                        + "part before it is approved.",
        footer = {"", "Example:", "  ambit learn status"})
public final class LearnCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new LearnCommand())
                .addSubcommand(new StatusCommand(terminal))
                .addSubcommand(new ApproveCommand(terminal))
                .addSubcommand(new RejectCommand(terminal))
                .addSubcommand(new PruneCommand(terminal))
                .addSubcommand(new ResetCommand(terminal))
                .addSubcommand(new PurgeCommand(terminal));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "Missing command: "
                        + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }
}
