package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.Space;
import io.ambit.core.text.Json;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedModel;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Upstreams that an agent brings to the running gateway. */
class OwnUpstreamTest {
    private static final String CHAT = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"go\"}]}";

    @TempDir
    Path data;

    @Test
    void request_underARegisteredPath_goesThereAndNowhereElse() throws Exception {
        try (ScriptedModel own = ScriptedModel.start(ScriptedAnswer.text("from its own"));
                RunningServer running = RunningServer.start(data, "off", ScriptedAnswer.text("from the configured"))) {
            String path = register(running, own.baseUrl().toString());

            HttpResponse<String> answer = RunningServer.send(
                    HttpRequest.newBuilder(running.uri(path + "/s/shop-1/v1/chat/completions"))
                            .header("Authorization", "Bearer of-the-client"),
                    CHAT);
            assertThat(answer.body()).contains("from its own");
            assertThat(running.get(path + "/v1/models?x=1").statusCode()).isEqualTo(200);
            assertThat(running.get(path + "/api/tags").statusCode()).isGreaterThanOrEqualTo(200);

            assertThat(own.requests().get(0).target()).isEqualTo("/v1/chat/completions");
            assertThat(own.requests()).extracting(request -> request.target()).contains("/v1/models?x=1", "/api/tags");
            assertThat(running.model.requests()).isEmpty();
            assertThat(RunningServer.eventually(
                            () -> running.ledger.sessions(new Space("shop-1")).isEmpty()
                                    ? null
                                    : running.ledger.sessions(new Space("shop-1"))))
                    .hasSize(1);
            assertThat(running.chat(CHAT).body()).contains("from the configured");
        }
    }

    @Test
    void register_theSameAddress_keepsItsPath() throws Exception {
        try (RunningServer running = RunningServer.start(data, "off", ScriptedAnswer.text("ok"))) {
            String first = register(running, "https://a.example/v1");
            assertThat(register(running, "https://b.example/v1")).isNotEqualTo(first);
            assertThat(register(running, "https://a.example/v1"))
                    .isEqualTo(first)
                    .matches("/u/[0-9a-f]{16}");
        }
    }

    @Test
    void register_withoutTokenOrWithNoAddress_isRefused() throws Exception {
        try (RunningServer running = RunningServer.start(data, "off", ScriptedAnswer.text("ok"))) {
            String body = "{\"upstreams\":[\"" + running.model.baseUrl() + "\"]}";
            assertThat(RunningServer.send(HttpRequest.newBuilder(running.uri("/rest/runs")), body)
                            .statusCode())
                    .isEqualTo(401);
            for (String wrong : new String[] {
                "{\"upstreams\":[\"file:///etc/passwd\"]}",
                "{\"upstreams\":[\"http://name:secret@a.example\"]}",
                "{\"upstreams\":[\"http://a.example/?x=1\"]}",
                "{\"upstreams\":[\"no address\"]}",
                "no JSON"
            }) {
                assertThat(post(running, wrong).statusCode()).as(wrong).isEqualTo(400);
            }
            HttpResponse<String> unknown = running.get("/u/0123456789abcdef/v1/models");
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(unknown.body()).contains("ambit run");
            assertThat(running.get(register(running, "http://127.0.0.1:9") + "/v1/../x")
                            .statusCode())
                    .isBetween(400, 404);
            assertThat(running.model.requests()).isEmpty();
        }
    }

    private static HttpResponse<String> post(RunningServer running, String body) throws Exception {
        return RunningServer.send(
                HttpRequest.newBuilder(running.uri("/rest/runs")).header("X-Ambit-Token", RunningServer.TOKEN), body);
    }

    private static String register(RunningServer running, String address) throws Exception {
        HttpResponse<String> answer = post(running, "{\"pid\":1,\"upstreams\":[\"" + address + "\"]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return String.valueOf(
                Json.parse(answer.body()).get("paths").items().get(0).asText());
    }
}
