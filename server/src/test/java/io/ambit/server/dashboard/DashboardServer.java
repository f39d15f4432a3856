package io.ambit.server.dashboard;

import io.ambit.core.context.Policies;
import io.ambit.core.context.assembly.Projects;
import io.ambit.core.memory.Memory;
import io.ambit.core.spi.Ledger;
import io.ambit.core.tooluse.ToolUses;
import io.ambit.gateway.GatewaySettings;
import io.ambit.server.AmbitServer;
import io.ambit.server.Served;
import io.ambit.server.ServerSettings;
import io.ambit.testkit.HeapToolStore;
import io.ambit.testkit.PlainSources;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The real server, looked at as a browser does that was let in. */
final class DashboardServer implements AutoCloseable {
    static final String TOKEN = "token-of-the-test";
    private static final Pattern CODE = Pattern.compile("\"path\":\"([^\"]+)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final AmbitServer server;
    private final String cookie;

    private DashboardServer(AmbitServer server, boolean login) throws Exception {
        this.server = server;
        this.cookie = login ? login() : "";
    }

    static DashboardServer start(Ledger ledger, @Nullable Memory memory, @Nullable Projects projects) throws Exception {
        return start(ServerSettings.local(0, TOKEN), ledger, memory, projects);
    }

    static DashboardServer start(
            ServerSettings settings, Ledger ledger, @Nullable Memory memory, @Nullable Projects projects)
            throws Exception {
        GatewaySettings upstream = GatewaySettings.of(URI.create("http://127.0.0.1:9"), Policies.parse("off"));
        ToolUses tools = new ToolUses(space -> PlainSources.of(ledger, new HeapToolStore()));
        return new DashboardServer(
                AmbitServer.start(settings, upstream, new Served(ledger, memory, projects, tools)), settings.auth());
    }

    private String login() throws Exception {
        HttpResponse<String> got = send("GET", loginPath(), "", Map.of());
        return cookieOf(got);
    }

    /** The path that a program with the token is given for a browser. */
    String loginPath() throws Exception {
        HttpResponse<String> code = send("POST", "/rest/login-code", "", Map.of("X-Ambit-Token", TOKEN));
        return find(CODE, code.body());
    }

    static String cookieOf(HttpResponse<String> response) {
        String set = response.headers().firstValue("Set-Cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }

    /** A page as the browser gets it. */
    HttpResponse<String> page(String path) throws Exception {
        return send("GET", path, "", Map.of("Accept", "text/html", "Cookie", cookie));
    }

    /** Sends a form of a page, with what the page carries against forgery. */
    HttpResponse<String> post(String path, String pageWithForm, Map<String, String> fields) throws Exception {
        String csrf = find(CSRF, page(pageWithForm).body());
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, "csrf=" + csrf + "&" + body, Map.of("Cookie", cookie));
    }

    HttpResponse<String> send(String method, String path, String form, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(form));
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    String cookie() {
        return cookie;
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    static ServerSettings open() {
        ServerSettings local = ServerSettings.local(0, TOKEN);
        return new ServerSettings(local.host(), 0, List.of(), "", false, local.drain());
    }

    @Override
    public void close() {
        server.close();
    }
}
