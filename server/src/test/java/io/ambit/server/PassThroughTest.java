package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.gateway.GatewaySettings;
import io.ambit.testkit.model.RecordedRequest;
import io.ambit.testkit.model.ScriptedAnswer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassThroughTest {
    @TempDir
    Path data;

    @Test
    void models_get_passesTargetHeadersStatusAndBytes() throws Exception {
        byte[] body = "{\"object\" : \"list\"}\n".getBytes(StandardCharsets.UTF_8);
        try (RunningServer running = RunningServer.start(
                data,
                "classic",
                ScriptedAnswer.answer(
                        203, Map.of("Content-Type", "application/json; charset=utf-8", "x-Odd-Case", "é v"), body))) {
            try (RawClient client = new RawClient(running.server.port())) {
                client.send("""
                        GET /v1/models/a%2Fb?q=%7Bx%7D&r=a+b&&s HTTP/1.1
                        Host: localhost:9
                        Authorization: Bearer k
                        User-Agent: agent/1
                        X-Thing: a
                        X-Thing: b
                        Accept-Encoding: br, gzip
                        Connection: Upgrade, HTTP2-Settings, X-Hop
                        Upgrade: h2c
                        HTTP2-Settings: AAMAAABkAAQ
                        X-Hop: gone

                        """.replace("\n", "\r\n"), new byte[0]);
                RawClient.Answer answer = client.read();

                assertThat(answer.status()).isEqualTo(203);
                assertThat(answer.body()).isEqualTo(body);
                assertThat(answer.head())
                        .contains("Content-Type: application/json; charset=utf-8\r\n")
                        .contains("x-Odd-Case: ");
            }
            RecordedRequest request = running.model.lastRequest();
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.target()).isEqualTo("/v1/models/a%2Fb?q=%7Bx%7D&r=a+b&&s");
            assertThat(request.headers().stream().map(Map.Entry::getKey).filter(name -> !name.equals("Host")))
                    .containsExactly("Authorization", "User-Agent", "X-Thing", "X-Thing", "Accept-Encoding");
            assertThat(request.header("accept-encoding")).isEqualTo("br, gzip");
            assertThat(request.header("host")).isEqualTo("127.0.0.1:" + running.model.port());
        }
    }

    @Test
    void otherPath_largeBodies_passBothWays() throws Exception {
        byte[] large = new byte[8 << 20];
        SplittableRandom random = new SplittableRandom(7);
        random.nextBytes(large);
        try (RunningServer running = RunningServer.start(
                data,
                Policies.parse("classic"),
                settings -> settings.withMaxBodyBytes(1000),
                ScriptedAnswer.answer(200, Map.of("Content-Type", "application/octet-stream"), large))) {
            HttpResponse<byte[]> answer = RunningServer.CLIENT.send(
                    HttpRequest.newBuilder(running.uri("/v1/files"))
                            .PUT(HttpRequest.BodyPublishers.ofByteArray(large))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());

            assertThat(Arrays.equals(answer.body(), large)).isTrue();
            assertThat(Arrays.equals(running.model.lastRequest().body(), large)).isTrue();
            assertThat(running.model.lastRequest().header("content-length")).isEqualTo(Integer.toString(large.length));
        }
    }

    @Test
    void otherPath_chunkedBody_passesWithoutLength() throws Exception {
        try (RunningServer running =
                        RunningServer.start(data, "off", ScriptedAnswer.answer(200, Map.of(), new byte[0]));
                RawClient client = new RawClient(running.server.port())) {
            client.send("""
                    POST /v1/embeddings HTTP/1.1
                    Host: localhost
                    Transfer-Encoding: chunked

                    5
                    hello
                    6
                     world
                    0

                    """.replace("\n", "\r\n"), new byte[0]);

            assertThat(client.read().status()).isEqualTo(200);
            assertThat(running.model.lastRequest().text()).isEqualTo("hello world");
        }
    }

    @Test
    void upstreamErrors_anyStatus_arriveAsTheyAre() throws Exception {
        byte[] error = "{\"error\":{\"message\":\"no\"} }".getBytes(StandardCharsets.UTF_8);
        Map<String, String> json = Map.of("Content-Type", "application/json", "retry-after", "7");
        try (RunningServer running = RunningServer.start(
                data,
                "classic",
                ScriptedAnswer.answer(401, json, error),
                ScriptedAnswer.answer(404, json, error),
                ScriptedAnswer.answer(429, json, error),
                ScriptedAnswer.answer(500, json, error),
                ScriptedAnswer.answer(302, Map.of("Location", "/elsewhere"), new byte[0]))) {
            for (int status : new int[] {401, 404, 429, 500}) {
                HttpResponse<String> answer = running.chat("{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}");
                assertThat(answer.statusCode()).isEqualTo(status);
                assertThat(answer.body()).isEqualTo("{\"error\":{\"message\":\"no\"} }");
                assertThat(answer.headers().firstValue("retry-after")).contains("7");
            }
            assertThat(running.get("/v1/models").statusCode()).isEqualTo(302);
            assertThat(running.model.requests()).hasSize(5);
        }
    }

    @Test
    void upstreamBase_withPathAndVersion_joins() throws Exception {
        try (RunningServer running = RunningServer.start(
                data,
                Policies.parse("off"),
                settings ->
                        GatewaySettings.of(URI.create(settings.first().base() + "/api/openai/v1/"), settings.policy()),
                ScriptedAnswer.answer(200, Map.of(), new byte[0]))) {
            running.get("/v1/models");

            assertThat(running.model.lastRequest().target()).isEqualTo("/api/openai/v1/models");
        }
    }
}
