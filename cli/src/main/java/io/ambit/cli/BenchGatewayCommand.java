package io.ambit.cli;

import io.ambit.bench.gateway.GatewayBenchmark;
import io.ambit.bench.gateway.GatewayBenchmark.Effort;
import io.ambit.bench.gateway.GatewayBenchmark.Result;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.context.Policies;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit bench gateway}. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        description = "Latency of calls to a mock upstream, directly and through the gateway, in turns.",
        footer = {"", "Example:", "  ambit bench gateway --policy safe --json"})
final class BenchGatewayCommand implements Callable<Integer> {
    @Option(names = "--policy", paramLabel = "POLICY", description = "The gateway's policy. [off]")
    private String policy = "off";

    @Option(names = "--short", description = "A tenth of the calls: to see that it works.")
    private boolean brief;

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    BenchGatewayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try (TemporaryFolder data = TemporaryFolder.create()) {
            Result result =
                    GatewayBenchmark.run(Policies.parse(policy), data.path(), brief ? Effort.SHORT : Effort.FULL);
            if (json.wanted()) {
                terminal.out().println(result.json());
            } else {
                print(result);
            }
            terminal.out().flush();
            return ExitCode.DONE;
        }
    }

    private void print(Result result) {
        TextTable table = new TextTable(
                "CONNECTIONS", "STREAMING", "DIRECT P50", "P99", "THROUGH P50", "P99", "ADDED P50", "P99 (MS)");
        for (GatewayBenchmark.Row row : result.rows()) {
            table.add(List.of(
                    String.valueOf(row.connections()),
                    row.streaming() ? "yes" : "no",
                    millis(row.direct().p50()),
                    millis(row.direct().p99()),
                    millis(row.through().p50()),
                    millis(row.through().p99()),
                    millis(row.addedP50()),
                    millis(row.addedP99())));
        }
        table.print(terminal.out());
    }

    static String millis(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
