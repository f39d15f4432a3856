package io.ambit.cli.memory;

import io.ambit.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ambit memory}: what is remembered. */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Remember, find again, forget: episodes, facts, skills, notes.",
        footer = {"", "Example:", "  ambit memory search \"why did we choose SQLite\""})
public final class MemoryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new MemoryCommand())
                .addSubcommand(new AddCommand(terminal))
                .addSubcommand(new SearchCommand(terminal))
                .addSubcommand(new ReportCommand(terminal))
                .addSubcommand(new ShowCommand(terminal))
                .addSubcommand(new ListCommand(terminal))
                .addSubcommand(new ForgetCommand(terminal))
                .addSubcommand(new RestoreCommand(terminal))
                .addSubcommand(new FactsCommand(terminal))
                .addSubcommand(new LinkCommand(terminal))
                .addSubcommand(new BlockCommand(terminal))
                .addSubcommand(new VerifyCommand(terminal));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Missing command: add, search, show, forget and others");
    }
}
