package io.ambit.cli;

import io.ambit.bench.gateway.BuildBenchmark;
import io.ambit.bench.gateway.Percentiles;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.context.Policies;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit bench build}. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = "Time to build a request (parse, plan, splice) from a long history.",
        footer = {"", "Example:", "  ambit bench build --policy safe,balanced --tokens 400000"})
final class BenchBuildCommand implements Callable<Integer> {
    @Option(names = "--policy", paramLabel = "A,B", split = ",", description = "Policies. [safe,balanced,tight]")
    private List<String> policies = List.of("safe", "balanced", "tight");

    @Option(names = "--tokens", paramLabel = "N", description = "Tokens of the history. [400000]")
    private long tokens = 400_000;

    @Option(names = "--steps", paramLabel = "N", description = "Steps measured. [200]")
    private int steps = 200;

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    BenchBuildCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<BuildBenchmark.Result> results = policies.stream()
                .map(policy -> BuildBenchmark.run(() -> Policies.parse(policy), tokens, steps))
                .toList();
        if (json.wanted()) {
            terminal.out()
                    .println(results.stream()
                            .map(BuildBenchmark.Result::json)
                            .collect(Collectors.joining(",", "{\"build\":[", "]}")));
        } else {
            TextTable table =
                    new TextTable("POLICY", "TOKENS", "OF", "P50", "P99", "MAX", "CPU P50", "P99", "MAX (MS)");
            for (BuildBenchmark.Result result : results) {
                row(table, result, "next", result.built(), result.builtCpu());
                row(table, result, "cold", result.cold(), result.coldCpu());
            }
            table.print(terminal.out());
        }
        terminal.out().flush();
        return ExitCode.DONE;
    }

    private static void row(
            TextTable table, BuildBenchmark.Result result, String of, Percentiles wall, Percentiles cpu) {
        table.add(List.of(
                result.policy(),
                String.valueOf(result.historyTokens()),
                of,
                BenchGatewayCommand.millis(wall.p50()),
                BenchGatewayCommand.millis(wall.p99()),
                BenchGatewayCommand.millis(wall.max()),
                BenchGatewayCommand.millis(cpu.p50()),
                BenchGatewayCommand.millis(cpu.p99()),
                BenchGatewayCommand.millis(cpu.max())));
    }
}
