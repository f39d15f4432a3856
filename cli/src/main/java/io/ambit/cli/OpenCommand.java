package io.ambit.cli;

import io.ambit.cli.config.AccessToken;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.FolderSpace;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import io.ambit.core.session.Space;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ambit open}. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = "Open the dashboard in your browser, logged in. The address works once, within two minutes.",
        footer = {"", "Example:", "  ambit open backlog"})
final class OpenCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Map<String, String> PAGES =
            Map.of("sessions", "/", "memory", "/memory", "backlog", "/backlog", "reconcile", "/reconcile");

    @Parameters(
            paramLabel = "PAGE",
            arity = "0..1",
            description = "sessions, memory, backlog, reconcile, or a path that begins with a slash. [sessions]")
    private String page = "sessions";

    @Option(names = "--print", description = "Print the address and open nothing.")
    private boolean print;

    @Option(names = "--start", description = "Start the gateway in the background where none runs.")
    private boolean start;

    @Option(
            names = "--space",
            paramLabel = "SPACE",
            description = "The space to show. [all for sessions, else that of the current folder]")
    private @Nullable Space space;

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    OpenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        String path = path();
        RunningGateway gateway = gateway();
        String address = gateway.url() + login(gateway) + "&to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
        if (json.wanted()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("url", address);
            object.put("page", path);
            JsonOption.print(terminal, object);
        } else if (print || !Browser.open(terminal, address)) {
            if (!print) {
                terminal.say("no browser can be opened from here; open this address within two minutes:");
            }
            terminal.out().println(address);
            terminal.out().flush();
        }
        return ExitCode.DONE;
    }

    private String path() {
        String path = page.startsWith("/") ? page : PAGES.get(page);
        if (path == null) {
            throw new AmbitException("page '" + page
                    + "', expected sessions, memory, backlog, reconcile, or a path that begins with a slash");
        }
        Space shown = space;
        if (shown == null && !path.equals("/") && PAGES.containsValue(path)) {
            shown = FolderSpace.of(Path.of(""));
        }
        return shown == null ? path : path + (path.contains("?") ? "&" : "?") + "space=" + shown.id();
    }

    private RunningGateway gateway() throws InterruptedException {
        Optional<RunningGateway> running = RunningGateway.find(terminal.home());
        if (running.isPresent()) {
            return running.get();
        }
        if (start) {
            return DetachedGateway.start(terminal, List.of());
        }
        throw new AmbitException("no gateway runs, and it is what shows the dashboard: 'ambit start' starts one,"
                + " 'ambit open --start' does so in the background");
    }

    /** The path at which a browser is let in, once. */
    private String login(RunningGateway gateway) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.url() + "/rest/login-code"))
                .header("X-Ambit-Token", AccessToken.of(terminal.home()))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        // This machine's own address is asked for without any proxy.
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode path = JsonMapper.shared().readTree(answer.body()).path("path");
            if (answer.statusCode() != 201 || !path.isString()) {
                throw new AmbitException("the gateway at " + gateway.url() + " gave no login, status "
                        + answer.statusCode() + ": stop it and start it again where it is older than this program");
            }
            return path.asString();
        } catch (IOException | JacksonException e) {
            throw new AmbitException("the gateway at " + gateway.url() + " cannot be asked: " + e.getMessage(), e);
        }
    }
}
