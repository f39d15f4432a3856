package io.ambit.cli.backlog;

import io.ambit.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ambit backlog}: a backlog of Markdown files. */
@Command(
        name = "backlog",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Tasks, epics, decisions and what belongs to them, in Markdown files of the project or of the "
                + "user: list, change, find, and put together what a task needs.",
        footer = {"", "Example:", "  ambit backlog create \"Round vouchers half up\" --parent EPIC-0002"})
public final class BacklogCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new BacklogCommand())
                .addSubcommand(new ListCommand(terminal))
                .addSubcommand(new GetCommand(terminal))
                .addSubcommand(new CreateCommand(terminal))
                .addSubcommand(new UpdateCommand(terminal))
                .addSubcommand(new DeleteCommand(terminal))
                .addSubcommand(new RestoreCommand(terminal))
                .addSubcommand(new SearchCommand(terminal))
                .addSubcommand(new RelationsCommand(terminal))
                .addSubcommand(new AssembleCommand(terminal))
                .addSubcommand(new InsightCommand(terminal))
                .addSubcommand(new ReconcileCommand(terminal))
                .addSubcommand(new ActiveCommand(terminal))
                .addSubcommand(new PreferencesCommand(terminal))
                .addSubcommand(new TrashCommand(terminal))
                .addSubcommand(new HealCommand(terminal));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Missing command: list, get, create, update and others");
    }
}
