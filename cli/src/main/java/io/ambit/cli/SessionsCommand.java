package io.ambit.cli;

import io.ambit.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ambit sessions}: what the ledger holds. */
@Command(
        name = "sessions",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "List, show, export or delete recorded sessions.",
        footer = {"", "Example:", "  ambit sessions list"})
final class SessionsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new SessionsCommand())
                .addSubcommand(new SessionsListCommand(terminal))
                .addSubcommand(new SessionsShowCommand(terminal))
                .addSubcommand(new SessionsExportCommand(terminal))
                .addSubcommand(new SessionsDeleteCommand(terminal));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Missing command: list, show, export or delete");
    }
}
