package io.ambit.cli;

import io.ambit.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ambit bench}: the runners of the module of that name. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Measure on this machine what docs/benchmarks.md reports.",
        footer = {"", "Example:", "  ambit bench build --policy classic"})
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new BenchCommand())
                .addSubcommand(new BenchGatewayCommand(terminal))
                .addSubcommand(new BenchBuildCommand(terminal))
                .addSubcommand(new BenchCompressCommand(terminal))
                .addSubcommand(new BenchMemoryCommand(terminal))
                .addSubcommand(new BenchBacklogCommand(terminal))
                .addSubcommand(new BenchContextCommand(terminal))
                .addSubcommand(new BenchRoutingCommand(terminal))
                .addSubcommand(new BenchHabitsCommand(terminal))
                .addSubcommand(new BenchToolsCommand(terminal))
                .addSubcommand(new BenchCallsCommand(terminal))
                .addSubcommand(new BenchFailuresCommand(terminal))
                .addSubcommand(new BenchSoakCommand(terminal))
                .addSubcommand(new BenchFuzzCommand(terminal))
                .addSubcommand(new BenchStreamsCommand(terminal));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "Missing command: "
                        + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }
}
