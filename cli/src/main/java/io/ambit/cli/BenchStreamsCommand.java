package io.ambit.cli;

import io.ambit.bench.streams.SilentUpstream;
import io.ambit.bench.streams.StreamsTrial;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import io.ambit.core.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit bench streams}. */
@Command(
        name = "streams",
        mixinStandardHelpOptions = true,
        description =
                "Open many streams through a gateway of its own, before a model server that says no more, and look "
                        + "at the gateway's memory. Ends with 1 where a stream did not stay open.",
        footer = {"", "Example:", "  ambit bench streams --count 5000 --json"})
final class BenchStreamsCommand implements Callable<Integer> {
    @Option(names = "--count", paramLabel = "N", description = "Streams. [5000]")
    private int count = 5_000;

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    BenchStreamsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (TemporaryFolder data = TemporaryFolder.create();
                SilentUpstream upstream = new SilentUpstream()) {
            ProcessBuilder builder = new ProcessBuilder(DetachedGateway.command(
                    List.of("--port", "0", "--upstream", "http://127.0.0.1:" + upstream.port(), "--json")));
            builder.environment().keySet().removeIf(name -> name.startsWith("AMBIT_"));
            builder.environment().put("AMBIT_HOME", data.path().toString());
            Process gateway =
                    builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (BufferedReader said = gateway.inputReader(StandardCharsets.UTF_8)) {
                String line = said.readLine();
                if (line == null || !(Json.parse(line).get("port") instanceof Json.Num port)) {
                    throw new AmbitException("the gateway did not start: " + line);
                }
                StreamsTrial.Result result = StreamsTrial.run(count, (int) port.asLong(0), gateway.toHandle());
                if (json.wanted()) {
                    JsonOption.print(terminal, result.toJson());
                } else {
                    result.toJson().forEach((name, value) -> terminal.out().printf("%-16s  %s%n", name, value));
                }
                terminal.out().flush();
                return result.open() == count ? ExitCode.DONE : ExitCode.FAILED;
            } finally {
                gateway.destroy();
                if (!gateway.waitFor(30, TimeUnit.SECONDS)) {
                    gateway.destroyForcibly().waitFor();
                }
            }
        }
    }
}
