package io.ambit.cli.hook;

import io.ambit.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ambit hook}: for agents with session hooks. */
@Command(
        name = "hook",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "What agents run at the start and at the end of a session; 'ambit connect' says how. They tell of "
                        + "the session in a JSON object on stdin.",
        footer = {"", "Example:", "  ambit hook session-start </dev/null"})
public final class HookCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new HookCommand())
                .addSubcommand(new SessionStartCommand(terminal))
                .addSubcommand(new SessionEndCommand(terminal));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Missing command: session-start or session-end");
    }
}
