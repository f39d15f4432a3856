package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.Space;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Advice on single calls and decisions on patterns over HTTP, in the server as it is started. */
class LearningRestTest {
    private static final Space SPACE = new Space("shop");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String FAILED = """
            {"space":"shop","tool":"get_item","params":{"name":"A-99"},"error":"Error: unknown parameter 'name'"}
            """;

    @TempDir
    private Path home;

    private GatewayProcess gateway;
    private String token = "";

    @BeforeEach
    void start() throws Exception {
        Recording.recovered(home, SPACE, "A-1", Recording.START);
        Recording.recovered(home, SPACE, "A-2", Recording.START.plusSeconds(60));
        Screen screen = Screen.of(home, Map.of("AMBIT_PORT", "0", "AMBIT_UPSTREAM", "http://127.0.0.1:9"));
        gateway = GatewayProcess.start(
                screen.terminal(),
                screen.terminal().config(),
                UpstreamChoice.of(screen.terminal().config(), Map.of()),
                null);
        token = Files.readString(home.resolve("token")).strip();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(gateway.running().url() + "/rest/" + path));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return CLIENT.send(
                to(path).header("X-Ambit-Token", token)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode posted(String path, String body) throws Exception {
        HttpResponse<String> answer = post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private JsonNode patterns(String state) throws Exception {
        HttpRequest request = to("learning/patterns?space=shop&state=" + state)
                .header("X-Ambit-Token", token)
                .build();
        return JsonMapper.shared()
                .readTree(CLIENT.send(request, BodyHandlers.ofString()).body())
                .path("patterns");
    }

    @Test
    void reflect_failedCall_isToldApart() throws Exception {
        JsonNode told = posted(
                "tools/reflect",
                "{\"tool\":\"fetch\",\"params\":{\"url\":\"x\"},\"error\":\"HTTP 503 Service Unavailable\"}");

        assertThat(told.path("class").asString()).isEqualTo("tool's own fault");
        assertThat(told.path("advice").asString()).isEqualTo("retry");
        assertThat(post("tools/reflect", "{\"tool\":\"fetch\"}").statusCode()).isEqualTo(400);
        assertThat(post("tools/reflect", "{\"tool\":\"fetch\",\"params\":7,\"error\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void reflect_withoutToken_isRefused() throws Exception {
        HttpRequest request =
                to("tools/reflect").POST(BodyPublishers.ofString(FAILED)).build();

        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    @Test
    void validate_call_isCheckedByItsDefinition() throws Exception {
        JsonNode wrong = posted("tools/validate", "{\"tool_name\":\"backlog_get\",\"params\":{\"id\":7}}");
        JsonNode unknown = posted("tools/validate", "{\"tool_name\":\"make_tea\"}");

        assertThat(wrong.path("verdict").asString()).isEqualTo("repairable");
        assertThat(wrong.path("findings").path(0).path("class").asString()).isEqualTo("wrong_type");
        assertThat(unknown.path("findings").path(0).path("class").asString()).isEqualTo("unknown_tool");
        assertThat(post("tools/validate", "{\"params\":{}}").statusCode()).isEqualTo(400);
        assertThat(post("tools/validate", "{\"tool_name\":\"x\",\"params\":[]}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void approve_proposedPattern_changesWhatReflectAnswers() throws Exception {
        JsonNode proposed = patterns("proposed");
        assertThat(proposed.size()).isOne();
        String id = proposed.path(0).path("id").asString();
        assertThat(posted("tools/reflect", FAILED).path("corrected").isMissingNode())
                .isTrue();

        JsonNode decided = posted("learning/patterns/" + id + "/approve", "{\"space\":\"shop\"}");

        assertThat(decided.path("state").asString()).isEqualTo("approved");
        assertThat(patterns("proposed").size()).isZero();
        JsonNode told = posted("tools/reflect", FAILED);
        assertThat(told.path("corrected").path("params").path("id").asString()).isEqualTo("A-99");
        assertThat(told.path("patterns").path(0).asString()).isEqualTo(id);
    }

    @Test
    void reject_proposedPattern_takesNoPart() throws Exception {
        String id = patterns("proposed").path(0).path("id").asString();

        posted("learning/patterns/" + id + "/reject", "{\"space\":\"shop\"}");

        assertThat(patterns("rejected").path(0).path("id").asString()).isEqualTo(id);
        assertThat(posted("tools/reflect", FAILED).path("corrected").isMissingNode())
                .isTrue();
    }

    @Test
    void decide_patternOfAnotherSpace_isNotFound() throws Exception {
        String id = patterns("proposed").path(0).path("id").asString();

        assertThat(post("learning/patterns/" + id + "/approve", "{}").statusCode())
                .isEqualTo(404);
        assertThat(patterns("proposed").size()).isOne();
        assertThat(post("learning/patterns/tp-none/reject", "{\"space\":\"shop\"}")
                        .statusCode())
                .isEqualTo(404);
    }
}
