package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.LedgerOutput;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.testkit.model.ScriptedAnswer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {
    private static final String CALL = "{\"messages\":[{\"role\":\"user\",\"content\":\"go\"},{\"role\":\"assistant\","
            + "\"content\":null,\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"read\","
            + "\"arguments\":\"{}\"}}]},{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"the é output\\r\\n\"}]}";

    @TempDir
    Path data;

    @Test
    void output_withToken_isTheOriginalBytesOfItsSpaceOnly() throws Exception {
        try (RunningServer running = RunningServer.start(data, "off", ScriptedAnswer.text("ok"))) {
            RunningServer.send(HttpRequest.newBuilder(running.uri("/s/proj-1/v1/chat/completions")), CALL);
            Space space = new Space("proj-1");
            SessionRecord session = RunningServer.eventually(
                    () -> running.ledger.sessions(space).stream().findFirst().orElse(null));
            LedgerOutput output = RunningServer.eventually(() -> running.ledger.outputs(space, session.id()).stream()
                    .findFirst()
                    .orElse(null));
            String path = "/rest/outputs/" + output.id();
            String query = "?space=proj-1&session=" + session.id();

            assertThat(running.get(path + query).statusCode()).isEqualTo(401);
            assertThat(running.get(path + query, "Authorization", "Bearer wrong")
                            .statusCode())
                    .isEqualTo(401);
            HttpResponse<String> got = running.get(path + query, "Authorization", "Bearer " + RunningServer.TOKEN);
            assertThat(got.body()).isEqualTo("the é output\r\n");
            assertThat(got.headers().firstValue("content-type").orElse("").replace(" ", ""))
                    .isEqualToIgnoringCase("text/plain;charset=utf-8");
            assertThat(running.get(path + "?space=proj-1", "X-Ambit-Token", RunningServer.TOKEN)
                            .body())
                    .isEqualTo("the é output\r\n");
            assertThat(running.get(path, "X-Ambit-Token", RunningServer.TOKEN).statusCode())
                    .isEqualTo(404);
            assertThat(running.get("/rest/outputs/%20", "X-Ambit-Token", RunningServer.TOKEN)
                            .statusCode())
                    .isEqualTo(400);
            assertThat(running.model.lastRequest().target()).isEqualTo("/v1/chat/completions");
        }
    }

    @Test
    void paths_unknownOrWrongMethod_answerJson() throws Exception {
        try (RunningServer running = RunningServer.start(data, "off", ScriptedAnswer.text("ok"))) {
            assertThat(running.get("/healthz").body()).isEqualTo("{\"status\":\"ok\"}");
            assertThat(running.get("/readyz").statusCode()).isEqualTo(200);
            assertError(running.get("/nothing"), 404);
            assertError(RunningServer.send(HttpRequest.newBuilder(running.uri("/metrics")), "{}"), 405);
            assertError(running.get("/s/%20/v1/models"), 400);
            for (String out : List.of("/v1/../secret", "/v1/a/%2E%2e/x", "/v1/..", "/s/a/v1/..;x/y")) {
                try (RawClient client = new RawClient(running.server.port())) {
                    client.send("GET " + out + " HTTP/1.1\r\nHost: localhost\r\n\r\n", new byte[0]);
                    assertThat(client.read().status()).as(out).isBetween(400, 404);
                }
            }
            assertError(running.get("/healthz", "Origin", "http://evil.example"), 403);
            try (RawClient client = new RawClient(running.server.port())) {
                client.send("GET /v1/models HTTP/1.1\r\nHost: evil.example\r\n\r\n", new byte[0]);
                RawClient.Answer answer = client.read();
                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.text()).contains("allowedHosts");
            }
            assertThat(running.model.requests()).isEmpty();
        }
    }

    @Test
    void metrics_afterASession_showCountersAndMeasures() throws Exception {
        try (RunningServer running =
                RunningServer.start(data, "classic", ScriptedAnswer.text("ok").withUsage(90_000, 0, 5))) {
            running.chat(CALL);
            running.lastStep(step -> step.end() != null && step.end().tokensOut() > 0);

            String metrics = running.get("/metrics").body();

            String session = running.onlySession().id().value();
            assertThat(metrics)
                    .contains("# TYPE ambit_chat_requests_total counter\nambit_chat_requests_total 1\n")
                    .contains("ambit_session_iterations{space=\"default\",session=\"" + session + "\"} 1")
                    .contains("ambit_session_tokens_per_iteration{space=\"default\",session=\"" + session
                            + "\"} 90005.0");
            for (String line : metrics.lines().toList()) {
                assertThat(line).matches("# (HELP|TYPE) .*|[a-z0-9_]+(\\{[^{}]*\\})? [0-9.E+-]+");
            }
        }
    }

    @Test
    void stop_whileAnAnswerRuns_letsItEnd() throws Exception {
        RunningServer running = RunningServer.start(
                data, "off", new ScriptedAnswer.Chat("late", List.of(), Duration.ofMillis(1800), 1, 0, 1));
        try (RawClient client = new RawClient(running.server.port())) {
            byte[] body = CALL.getBytes(StandardCharsets.UTF_8);
            client.send(
                    "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length
                            + "\r\n\r\n",
                    body);
            RunningServer.eventually(() -> running.model.requests().isEmpty() ? null : true);
            Thread stop = Thread.startVirtualThread(running.server::close);

            assertThat(client.read().text()).contains("late");
            stop.join();
        } finally {
            running.close();
        }
    }

    private static void assertError(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":{\"message\":\"").doesNotContain("\tat ");
    }
}
