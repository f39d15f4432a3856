package io.ambit.cli;

import io.ambit.bench.gateway.GatewayBenchmark;
import io.ambit.bench.gateway.GatewayBenchmark.Effort;
import io.ambit.bench.gateway.GatewayBenchmark.Result;
import io.ambit.bench.gateway.MockUpstream;
import io.ambit.bench.gateway.Percentiles;
import io.ambit.bench.gateway.Proxy;
import io.ambit.bench.gateway.Scenario;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.ProgressLine;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.error.AmbitException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit bench gateway}. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        description = {
            "What the gateway adds to a call: the same requests go to a mock upstream directly and through a gateway of "
                    + "its own for each policy, in turns.",
            "Other proxies can be measured beside it: start them with the mock upstream's address behind them."
        },
        footer = {
            "",
            "Example:",
            "  ambit bench gateway --policy off,balanced --json",
            "  ambit bench gateway --mock-port 9900 --peer other=http://127.0.0.1:4000"
        })
final class BenchGatewayCommand implements Callable<Integer> {
    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            split = ",",
            description = "The policies to measure. [off,balanced]")
    private List<String> policies = List.of("off", "balanced");

    @Option(
            names = "--mock-port",
            paramLabel = "PORT",
            description = "Where the mock upstream listens. [any that is free]")
    private int mockPort;

    @Option(
            names = "--peer",
            paramLabel = "NAME=URL",
            description = "A proxy that runs already, before the mock upstream. May be given again.")
    private Map<String, URI> peers = new LinkedHashMap<>();

    @Option(names = "--short", description = "A tenth of the calls: to see that it works.")
    private boolean brief;

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    BenchGatewayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        peers.forEach((name, url) -> {
            if (url.getHost() == null || url.getPort() < 0) {
                throw new AmbitException("--peer " + name + "=" + url + ": expected NAME=http://127.0.0.1:PORT");
            }
        });
        List<BenchedGateway> started = new ArrayList<>();
        try (MockUpstream upstream = new MockUpstream(mockPort)) {
            List<Proxy> proxies = new ArrayList<>();
            for (String policy : policies) {
                BenchedGateway gateway = BenchedGateway.start(policy, upstream.port());
                started.add(gateway);
                proxies.add(gateway.proxy());
            }
            peers.forEach((name, url) -> proxies.add(new Proxy(name, url, 0, -1)));
            ProgressLine progress = new ProgressLine(terminal);
            Result result = GatewayBenchmark.run(
                    upstream, proxies, brief ? Effort.SHORT : Effort.FULL, what -> progress.show(what, -1));
            progress.show("", 1);
            if (json.wanted()) {
                terminal.out().println(result.json());
            } else {
                print(result);
            }
            terminal.out().flush();
            return ExitCode.DONE;
        } finally {
            started.forEach(BenchedGateway::close);
        }
    }

    private void print(Result result) {
        TextTable table = new TextTable("REQUESTS", "PROXY", "P50", "P99", "ADDED P50", "P99", "CHUNK P50", "P99 (MS)");
        for (GatewayBenchmark.Row row : result.rows()) {
            GatewayBenchmark.Row direct = result.direct(row);
            boolean chunks = row.ages().count() > 0 && row.scenario() == Scenario.CHUNKS;
            table.add(List.of(
                    row.scenario().title(),
                    row.proxy().name(),
                    millis(row.times().p50()),
                    millis(row.times().p99()),
                    millis(row.times().p50() - direct.times().p50()),
                    millis(row.times().p99() - direct.times().p99()),
                    chunks ? millis(row.ages().p50() - direct.ages().p50()) : "",
                    chunks ? millis(row.ages().p99() - direct.ages().p99()) : ""));
        }
        table.print(terminal.out());
        terminal.out().println();
        TextTable proxies =
                new TextTable("PROXY", "REQUESTS/S", "MEMORY (MB)", "START (MS)", "FIRST REQUESTS P50 (MS)");
        result.perSecond()
                .forEach((proxy, rate) -> proxies.add(List.of(
                        proxy.name(),
                        String.format(Locale.ROOT, "%.0f", rate),
                        result.memory().getOrDefault(proxy, -1L) < 0
                                ? ""
                                : String.format(
                                        Locale.ROOT, "%.0f", result.memory().getOrDefault(proxy, 0L) / 1e6),
                        proxy.startMillis() < 0 ? "" : String.format(Locale.ROOT, "%.0f", proxy.startMillis()),
                        millis(result.cold()
                                .getOrDefault(proxy, Percentiles.NONE)
                                .p50()))));
        proxies.print(terminal.out());
    }

    static String millis(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
