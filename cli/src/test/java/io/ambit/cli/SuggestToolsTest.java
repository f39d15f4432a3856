package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.store.SqliteStores;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tools for requests, by the command and over HTTP: each parameter changes what is suggested. */
class SuggestToolsTest {
    private static final Map<String, String> WORDS = Map.of("AMBIT_EMBEDDER", "none");
    private static final Space SPACE = new Space("shop");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path home;

    private static GatewayProcess gateway;
    private static String token = "";

    private static ToolDefinition tool(String name, String description, String server, String argument) {
        return new ToolDefinition(
                name,
                description,
                server,
                Map.of("type", "object", "properties", Map.of(argument, Map.of("type", "string"))));
    }

    @BeforeAll
    static void start() throws Exception {
        SessionId session = Recording.twoSteps(home, SPACE, "Recite the scribbles.", Recording.START);
        try (SqliteStores stores = SqliteStores.open(home)) {
            stores.tools()
                    .offered(
                            SPACE,
                            session,
                            List.of(
                                    tool("read", "Opens a file", "files", "path"),
                                    tool("send_mail", "Sends a message to an address", "mail", "email"),
                                    tool("find_mail", "Looks a message up", "mail", "words")),
                            Recording.START);
        }
        Screen screen = Screen.of(
                home, Map.of("AMBIT_PORT", "0", "AMBIT_UPSTREAM", "http://127.0.0.1:9", "AMBIT_EMBEDDER", "none"));
        gateway = GatewayProcess.start(
                screen.terminal(),
                screen.terminal().config(),
                UpstreamChoice.of(screen.terminal().config(), Map.of()),
                null);
        token = Files.readString(home.resolve("token")).strip();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static JsonNode command(String request, String... more) {
        List<String> words = new ArrayList<>(List.of("tools", "suggest", request, "--json"));
        words.addAll(List.of(more));
        if (!words.contains("--space") && !words.contains("--tools")) {
            words.addAll(List.of("--space", "shop"));
        }
        Screen screen = Screen.of(home, WORDS);
        assertThat(screen.run(words.toArray(String[]::new))).as(screen.err()).isZero();
        return screen.json().path("suggestions");
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(gateway.running().url() + "/rest/tools/suggest"))
                        .header("X-Ambit-Token", token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode route(String fields) throws Exception {
        HttpResponse<String> answer = post("{\"space\":\"shop\"," + fields + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).path("suggestions");
    }

    private static String first(JsonNode suggestions) {
        return suggestions.path(0).path("tool").asString();
    }

    @Test
    void command_request_isAnsweredByWhatServedSuchOnes() {
        JsonNode found = command("recite my scribbles");

        assertThat(first(found)).isEqualTo("read");
        assertThat(found.path(0)
                        .path("examples")
                        .path(0)
                        .path("arguments")
                        .path("path")
                        .asString())
                .isEqualTo("notes.txt");
        assertThat(first(command("send a message"))).isEqualTo("send_mail");
    }

    @Test
    void command_eachOption_changesWhatIsSuggested() throws Exception {
        assertThat(command("send a message")).hasSize(3);
        assertThat(command("send a message", "--k", "1")).hasSize(1);
        assertThat(first(command("send a message", "--only", "find_mail,read"))).isEqualTo("find_mail");
        assertThat(first(command("send a message", "--server", "files"))).isEqualTo("read");
        assertThat(command("send a message").path(0).path("parameters")).isEmpty();
        assertThat(command("send a message", "--context", "to ann@example.org")
                        .path(0)
                        .path("parameters")
                        .path("email")
                        .asString())
                .isEqualTo("ann@example.org");
        Path file =
                Files.writeString(home.resolve("tools.jsonl"), "{\"name\":\"grep\",\"description\":\"Searches\"}\n");
        assertThat(first(command("send a message", "--tools", file.toString()))).isEqualTo("grep");
    }

    @Test
    void command_forAPerson_saysToolSharesAndReasons() {
        Screen screen = Screen.of(home, WORDS);

        assertThat(screen.run("tools", "suggest", "recite my scribbles", "--space", "shop"))
                .isZero();

        assertThat(screen.out()).startsWith("read (files)").contains("%", "nearest requests", "worked: {\"path\"");
    }

    @Test
    void command_wrongInput_saysWhatWasExpected() {
        Screen many = Screen.of(home, WORDS);
        assertThat(many.run("tools", "suggest", "send", "--space", "shop", "--k", "51"))
                .isNotZero();
        assertThat(many.err()).contains("k is 51");
        Screen elsewhere = Screen.of(home, WORDS);
        assertThat(elsewhere.run("tools", "suggest", "send", "--space", "other"))
                .isNotZero();
        assertThat(elsewhere.err()).contains("no tools were offered").doesNotContain("send_mail");
    }

    @Test
    void route_eachField_changesWhatIsSuggested() throws Exception {
        assertThat(first(route("\"query\":\"recite my scribbles\""))).isEqualTo("read");
        assertThat(first(route("\"query\":\"send a message\""))).isEqualTo("send_mail");
        assertThat(route("\"query\":\"send a message\"")).hasSize(3);
        assertThat(route("\"query\":\"send a message\",\"k\":1")).hasSize(1);
        assertThat(first(route("\"query\":\"send a message\",\"tools\":[\"find_mail\"]")))
                .isEqualTo("find_mail");
        assertThat(first(route("\"query\":\"send a message\",\"server\":\"files\"")))
                .isEqualTo("read");
        assertThat(route("\"query\":\"send a message\",\"context\":\"to ann@example.org\"")
                        .path(0)
                        .path("parameters")
                        .path("email")
                        .asString())
                .isEqualTo("ann@example.org");
    }

    @Test
    void route_wrongInput_isRefused() throws Exception {
        assertThat(post("{\"space\":\"shop\"}").statusCode()).isEqualTo(400);
        assertThat(post("{\"space\":\"shop\",\"query\":\"send\",\"k\":0}").statusCode())
                .isEqualTo(400);
        assertThat(post("{\"space\":\"made-up\",\"query\":\"send\"}").statusCode())
                .isEqualTo(400);
        assertThat(post("{\"query\":\"send\"}").body()).doesNotContain("send_mail");
    }
}
