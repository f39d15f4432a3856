package io.ambit.cli;

import io.ambit.cli.config.AmbitConfig;
import io.ambit.cli.config.ConfigReader;
import io.ambit.cli.config.DurationText;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit start}. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description =
                "Start the gateway and say how to point a client at it. Ctrl-C or 'ambit stop' ends it, after the "
                        + "requests that are under way.",
        footer = {"", "Example:", "  ambit start --upstream http://127.0.0.1:11434 --policy safe"})
final class StartCommand implements Callable<Integer> {
    /** The options that stand before a setting, by its key. */
    private static final Map<String, String> OPTIONS =
            Map.of("port", "--port", "upstream", "--upstream", "policy.name", "--policy");

    @Option(names = "--port", paramLabel = "PORT", description = "Port; 0 takes a free one. [7411]")
    private @Nullable String port;

    @Option(
            names = "--upstream",
            paramLabel = "URL",
            description = "The model server. Without it and without a setting: look on this machine.")
    private @Nullable String upstream;

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            description = "off, safe or classic; with options after colons: classic:cut=800:summaries=off. [safe]")
    private @Nullable String policy;

    @Option(
            names = "--idle-end",
            paramLabel = "TIME",
            description =
                    "End by itself so long after the last request, when no agent of 'ambit run' is left: 10m. [never]")
    private @Nullable String idleEnd;

    @Option(
            names = "--without-upstream",
            description = "Start though no model server is found: the agents of 'ambit run' bring theirs.")
    private boolean withoutUpstream;

    @Option(names = "--detach", description = "Return as soon as it listens, and leave it running.")
    private boolean detach;

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    StartCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        AmbitConfig config = new ConfigReader(terminal.home(), terminal.environment()).read(options());
        Duration idle = idleTime();
        RunningGateway.find(terminal.home()).ifPresent(running -> {
            throw new AmbitException("a gateway runs on this data folder already: " + running.url() + ", process "
                    + running.pid() + "; 'ambit stop' ends it");
        });
        if (detach) {
            List<String> arguments = new ArrayList<>();
            options().forEach((key, value) -> arguments.add(OPTIONS.get(key) + "=" + value));
            if (idleEnd != null) {
                arguments.add("--idle-end=" + idleEnd);
            }
            if (withoutUpstream) {
                arguments.add("--without-upstream");
            }
            announce(DetachedGateway.start(terminal, arguments), config);
            return ExitCode.DONE;
        }
        // Read when the first logger is made, which the gateway does.
        System.setProperty("ambit.log.format", config.log().format());
        System.setProperty("ambit.log.level", config.log().level());
        UpstreamChoice chosen = withoutUpstream
                ? UpstreamChoice.orUsual(config, terminal.environment())
                : UpstreamChoice.of(config, terminal.environment());
        chosen.looked().forEach(terminal::say);
        GatewayProcess gateway = GatewayProcess.start(terminal, config, chosen, idle);
        announce(gateway.running(), config);
        OllamaExamination windows = OllamaExamination.of(chosen, config, terminal.environment());
        windows.say(terminal);
        windows.offer(terminal);
        gateway.awaitEnd();
        return ExitCode.DONE;
    }

    private @Nullable Duration idleTime() {
        if (idleEnd == null) {
            return null;
        }
        Duration time = DurationText.parse(idleEnd);
        if (time == null || time.isZero()) {
            throw new InvalidInputException("--idle-end '" + idleEnd + "', expected a time such as 10m");
        }
        return time;
    }

    /** Those that were given, by the key of the setting that they stand before. */
    private Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        if (port != null) {
            options.put("port", port);
        }
        if (upstream != null) {
            options.put("upstream", upstream);
        }
        if (policy != null) {
            options.put("policy.name", policy);
        }
        return options;
    }

    private void announce(RunningGateway running, AmbitConfig config) {
        if (json.wanted()) {
            Map<String, Object> object = new LinkedHashMap<>(running.toJson());
            object.put("data", terminal.home().folder().toString());
            JsonOption.print(terminal, object);
            return;
        }
        String key = config.auth() == AmbitConfig.Auth.TOKEN
                ? terminal.home().tokenFile().toString()
                : "not needed";
        terminal.out().println("Ambit listens on " + running.url());
        terminal.out().println("  upstream  " + running.upstream());
        terminal.out().println("  policy    " + running.policy());
        terminal.out().println("  data      " + terminal.home().folder());
        terminal.out().println("  token     " + key);
        terminal.out().println("Point a client's OpenAI base URL at " + running.url() + "/v1, its key unchanged.");
        terminal.out()
                .println("'ambit sessions list' shows what passed; "
                        + (detach ? "'ambit stop' ends it." : "Ctrl-C or 'ambit stop' ends it."));
        terminal.out().flush();
    }
}
