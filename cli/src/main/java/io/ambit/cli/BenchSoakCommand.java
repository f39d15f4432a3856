package io.ambit.cli;

import io.ambit.bench.soak.SoakReport;
import io.ambit.bench.soak.SoakRun;
import io.ambit.cli.config.DurationText;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.context.Policies;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ambit bench soak}. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = "Agents of all formats through the gateway, before a model server that fails in every way; each "
                + "answer is checked. Ends with 1 where one was wrong or something leaked.",
        footer = {"", "Example:", "  ambit bench soak --duration 10m --json"})
final class BenchSoakCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--duration", paramLabel = "TIME", description = "How long: 30s, 10m, 1h. [1h]")
    private String duration = "1h";

    @Option(
            names = "--pause",
            paramLabel = "TIME",
            description = "What each agent waits before each request: 200ms, 1s; without it none. A machine that does "
                    + "other work meanwhile needs it: what is starved is not wrong.")
    private String pause = "";

    @Option(names = "--policy", paramLabel = "POLICY", description = "The gateway's policy. [balanced]")
    private String policy = "balanced";

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    BenchSoakCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Duration time = DurationText.parse(duration);
        if (time == null || !time.isPositive()) {
            throw new ParameterException(
                    spec.commandLine(), "--duration: expected a time with its unit, as 10m, found " + duration);
        }
        Duration wait = pause.isEmpty() ? Duration.ZERO : DurationText.parse(pause);
        if (wait == null || wait.isNegative()) {
            throw new ParameterException(
                    spec.commandLine(), "--pause: expected a time with its unit, as 200ms, found " + pause);
        }
        try (TemporaryFolder data = TemporaryFolder.create()) {
            SoakReport report = SoakRun.run(Policies.parse(policy), data.path(), time, wait, terminal::say);
            if (json.wanted()) {
                JsonOption.print(terminal, report.toJson());
            } else {
                report.toJson().forEach((name, value) -> terminal.out().printf("%-18s  %s%n", name, value));
            }
            terminal.out().flush();
            return report.isClean() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
