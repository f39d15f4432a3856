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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Advice on tools over HTTP, in the server as it is started. */
class ToolRestTest {
    private static final Space SPACE = new Space("shop");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path home;

    private static GatewayProcess gateway;
    private static String token = "";

    @BeforeAll
    static void start() throws Exception {
        SessionId session = Recording.twoSteps(home, SPACE, "Read the notes.", Recording.START);
        Recording.repeatedRead(home, SPACE, "Read the plan.", Recording.START.plusSeconds(60));
        try (SqliteStores stores = SqliteStores.open(home)) {
            stores.tools()
                    .offered(
                            SPACE,
                            session,
                            List.of(new ToolDefinition("read", "Reads a file", "", Map.of("type", "object"))),
                            Recording.START);
        }
        Screen screen = Screen.of(home, Map.of("AMBIT_PORT", "0", "AMBIT_UPSTREAM", "http://127.0.0.1:9"));
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

    private static HttpResponse<String> get(String path, String withToken) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway.running().url() + path));
        if (!withToken.isEmpty()) {
            request.header("X-Ambit-Token", withToken);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode ask(String path) throws Exception {
        return JsonMapper.shared().readTree(get(path, token).body());
    }

    @Test
    void anything_withoutToken_isRefused() throws Exception {
        assertThat(get("/rest/tools?space=shop", "").statusCode()).isEqualTo(401);
    }

    @Test
    void tools_ofASpace_areThoseThatItsAgentsWereOffered() throws Exception {
        JsonNode tools = ask("/rest/tools?space=shop").path("tools");

        assertThat(tools.size()).isOne();
        assertThat(tools.path(0).path("name").asString()).isEqualTo("read");
        assertThat(ask("/rest/tools").path("tools").size()).isZero();
    }

    @Test
    void usage_ofASpace_countsItsCalls() throws Exception {
        JsonNode usage = ask("/rest/tools/usage?space=shop&timeRange=all");

        // One call of the first session, and two of the one that read the same twice.
        assertThat(usage.path("total").path("calls").asInt()).isEqualTo(3);
        assertThat(usage.path("byTool")
                        .valueStream()
                        .map(tool -> tool.path("tool").asString()))
                .containsExactly("read_file", "read");
        assertThat(ask("/rest/tools/usage?space=shop&timeRange=2026-10")
                        .path("sessions")
                        .asInt())
                .isZero();
        assertThat(get("/rest/tools/usage?space=shop&epicId=EPIC-0404", token).statusCode())
                .isEqualTo(400);
        assertThat(get("/rest/tools/usage?space=shop&timeRange=soon", token).statusCode())
                .isEqualTo(400);
    }

    @Test
    void ratings_starsForASession_areKept() throws Exception {
        String session = ask("/rest/tools/usage?space=shop&timeRange=all")
                .path("bySession")
                .path(0)
                .path("session")
                .asString();

        HttpResponse<String> kept = CLIENT.send(
                HttpRequest.newBuilder(URI.create(gateway.running().url() + "/rest/tools/ratings"))
                        .header("X-Ambit-Token", token)
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"space\":\"shop\",\"id\":\"" + session + "\",\"stars\":4}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(ask("/rest/tools/usage?space=shop&timeRange=all")
                        .path("ratings")
                        .path("mean")
                        .asDouble())
                .isEqualTo(4);
        assertThat(kept.body()).contains("\"author\":\"user\"");
    }

    @Test
    void tools_spaceThatNobodyWorkedIn_isToldAndNotOpened() throws Exception {
        HttpResponse<String> answer = get("/rest/tools?space=made-up", token);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("made-up");
    }

    @Test
    void habits_ofASpace_areThoseOfItsSessions() throws Exception {
        assertThat(ask("/rest/tools/habits?space=shop").path("habits").size()).isOne();
        assertThat(ask("/rest/tools/habits?space=shop&session=other")
                        .path("habits")
                        .size())
                .isZero();
        assertThat(ask("/rest/tools/habits").path("habits").size()).isZero();
    }

    @Test
    void optimize_plan_isMadeCheaper() throws Exception {
        HttpResponse<String> answer = post("""
                {"space":"shop","goal":"read","planned_calls":[
                  {"tool":"read_file","arguments":{"path":"a"}}, {"tool":"read_file","arguments":{"path":"a"}}]}
                """);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode plan = JsonMapper.shared().readTree(answer.body());
        assertThat(plan.path("saving").path("calls").asInt()).isOne();
        assertThat(plan.path("saving").path("tokens").asInt()).isPositive();
        assertThat(plan.path("changes").path(0).path("kind").asString()).isEqualTo("dropped");
        assertThat(post("{\"space\":\"shop\",\"goal\":\"x\"}").statusCode()).isEqualTo(400);
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(gateway.running().url() + "/rest/tools/optimize"))
                        .header("X-Ambit-Token", token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
