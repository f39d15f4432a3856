package io.ambit.cli;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ambit status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Say whether the gateway runs, and where. Ends with 1 where it does not.",
        footer = {"", "Example:", "  ambit status --json"})
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<RunningGateway> running = RunningGateway.find(terminal.home());
        if (json.wanted()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("running", running.isPresent());
            running.ifPresent(gateway -> object.putAll(gateway.toJson()));
            readiness(running).ifPresent(ready -> object.put("unrecorded", ready.unrecorded()));
            JsonOption.print(terminal, object);
        } else {
            terminal.out()
                    .println(running.map(gateway -> gateway.url() + " -> " + gateway.upstream() + ", policy "
                                    + gateway.policy() + ", process " + gateway.pid() + ", since " + gateway.started())
                            .orElse("not running"));
            readiness(running)
                    .filter(ready -> ready.unrecorded() > 0)
                    .ifPresent(ready -> terminal.out()
                            .println(ready.unrecorded() + " requests went through without a record; the log says why"));
        }
        return running.isPresent() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Optional<Readiness> readiness(Optional<RunningGateway> running) {
        return running.flatMap(gateway -> Readiness.of(gateway, terminal.home()));
    }
}
