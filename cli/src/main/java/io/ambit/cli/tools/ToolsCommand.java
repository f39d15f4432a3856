package io.ambit.cli.tools;

import io.ambit.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ambit tools}: which tool to call, how, and what went wrong. */
@Command(
        name = "tools",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Advice on the tools of agents, from what the ledger shows of their calls.",
        footer = {"", "Example:", "  ambit tools list"})
public final class ToolsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new ToolsCommand())
                .addSubcommand(new ToolListCommand(terminal))
                .addSubcommand(new SuggestCommand(terminal))
                .addSubcommand(new ToolOptimizeCommand(terminal))
                .addSubcommand(new ToolHabitsCommand(terminal))
                .addSubcommand(new ValidateCommand(terminal))
                .addSubcommand(new ReflectCommand(terminal));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "Missing command: "
                        + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }
}
