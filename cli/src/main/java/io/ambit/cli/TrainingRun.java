package io.ambit.cli;

import io.ambit.bench.gateway.GatewayBenchmark;
import io.ambit.bench.gateway.GatewayBenchmark.Effort;
import io.ambit.bench.gateway.MockUpstream;
import io.ambit.bench.gateway.Proxy;
import io.ambit.cli.config.AmbitConfig;
import io.ambit.cli.config.ConfigReader;
import io.ambit.cli.terminal.Terminal;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What the launcher runs once after a build, so that the classes of it start from a cache: the command that its
 * arguments name, then {@code ambit mcp} with what stands on standard input, then a gateway with some requests.
 */
final class TrainingRun {
    private TrainingRun() {}

    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess();
        int first = Main.run(terminal, args);
        int second = Main.run(
                terminal,
                "mcp",
                "--tools",
                "all",
                "--folder",
                terminal.userHome().toString());
        serve(terminal);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(Math.max(first, second));
    }

    private static void serve(Terminal terminal) {
        AmbitConfig config = new ConfigReader(terminal.home(), terminal.environment()).read(Map.of("port", "0"));
        try (MockUpstream upstream = new MockUpstream(0);
                GatewayProcess gateway = GatewayProcess.start(
                        terminal,
                        config,
                        UpstreamChoice.only(URI.create("http://127.0.0.1:" + upstream.port()), List.of()),
                        null)) {
            Proxy proxy = new Proxy("training", URI.create(gateway.running().url()), 0, -1);
            GatewayBenchmark.run(upstream, List.of(proxy), Effort.TRAINING, what -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
