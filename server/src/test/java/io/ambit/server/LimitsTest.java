package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.core.text.Json;
import io.ambit.gateway.GatewaySettings;
import io.ambit.gateway.http.Outbound;
import io.ambit.testkit.model.ScriptedAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {
    private static final String PATH = "/v1/chat/completions";
    private static final byte[] ASK =
            "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    private RunningServer start(Outbound outbound, ScriptedAnswer... answers) {
        return RunningServer.start(
                data,
                Policies.parse("classic"),
                settings -> settings.withMaxBodyBytes(10_000).withOutbound(outbound),
                answers);
    }

    private static Outbound within(Duration firstByte, Duration idle) {
        return Outbound.DEFAULT.withTimeouts(Duration.ofSeconds(5), firstByte, idle);
    }

    @Test
    void body_overTheLimit_is413HoweverItComes() throws Exception {
        try (RunningServer running = start(Outbound.DEFAULT, ScriptedAnswer.text("never"))) {
            try (RawClient client = new RawClient(running.server.port())) {
                client.send("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10001\r\n\r\n", ASK);
                assertError(client.read(), 413, "request_too_large");
            }
            try (RawClient client = new RawClient(running.server.port())) {
                client.send(
                        "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n2711\r\n"
                                + "x".repeat(10_001) + "\r\n0\r\n\r\n",
                        new byte[0]);
                assertError(client.read(), 413, "request_too_large");
            }
            ByteArrayOutputStream bomb = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
                out.write(new byte[5 << 20]);
            }
            assertThat(bomb.size()).isLessThan(10_000);
            try (RawClient client = new RawClient(running.server.port())) {
                assertError(client.post(PATH, bomb.toByteArray(), "Content-Encoding: gzip"), 413, "request_too_large");
            }
            assertThat(running.model.requests()).isEmpty();
        }
    }

    @Test
    void body_malformed_is400() throws Exception {
        try (RunningServer running = start(Outbound.DEFAULT, ScriptedAnswer.text("never"))) {
            for (String bad : new String[] {"", "{", "[]", "{\"messages\":7}", "not json"}) {
                try (RawClient client = new RawClient(running.server.port())) {
                    assertError(client.post(PATH, bad.getBytes(StandardCharsets.UTF_8)), 400, "malformed_request");
                }
            }
            try (RawClient client = new RawClient(running.server.port())) {
                assertError(client.post(PATH, ASK, "Content-Encoding: gzip"), 400, "malformed_body");
            }
            assertThat(running.model.requests()).isEmpty();
        }
    }

    @Test
    void upstream_notThere_is502() throws Exception {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        try (RunningServer running = RunningServer.start(
                        data,
                        Policies.parse("off"),
                        settings -> GatewaySettings.of(URI.create("http://127.0.0.1:" + free), settings.policy()),
                        ScriptedAnswer.text("never"));
                RawClient client = new RawClient(running.server.port())) {
            assertError(client.post(PATH, ASK), 502, "upstream_unreachable");
            assertError(client.post("/v1/embeddings", ASK), 502, "upstream_unreachable");
        }
    }

    @Test
    void upstream_closesWithoutAnswer_is502() throws Exception {
        try (RunningServer running = start(
                        Outbound.DEFAULT,
                        new ScriptedAnswer.Raw(new byte[0], java.util.List.of(new ScriptedAnswer.Piece.Drop())));
                RawClient client = new RawClient(running.server.port())) {
            assertError(client.post(PATH, ASK), 502, "upstream_unreachable");
        }
    }

    @Test
    void upstream_silent_is504AndTheCallIsCancelled() throws Exception {
        try (RunningServer running =
                        start(within(Duration.ofMillis(300), Duration.ofMinutes(1)), ScriptedAnswer.silence());
                RawClient client = new RawClient(running.server.port())) {
            assertError(client.post(PATH, ASK), 504, "upstream_timeout");
            assertThat(running.model.wasClosedByClient(10)).isTrue();
            assertThat(running.lastStep(step -> step.end() != null).end().status())
                    .isEqualTo(504);
        }
    }

    @Test
    void upstream_stallsInTheMiddle_closesTheConnection() throws Exception {
        try (RunningServer running = start(
                        within(Duration.ofSeconds(20), Duration.ofMillis(300)),
                        ScriptedAnswer.stalled("data: {}\n\n"));
                RawClient client = new RawClient(running.server.port())) {
            client.send(
                    "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + ASK.length + "\r\n\r\n", ASK);
            assertThat(client.readHead()).contains(" 200 ");
            assertBrokenOff(client);
            assertThat(running.model.wasClosedByClient(10)).isTrue();
            assertThat(running.lastStep(step -> step.end() != null).end().error())
                    .contains("said nothing");
        }
    }

    @Test
    void upstream_breaksOff_soDoesTheAnswer() throws Exception {
        try (RunningServer running = start(Outbound.DEFAULT, ScriptedAnswer.dropped("data: {}\n\n"));
                RawClient client = new RawClient(running.server.port())) {
            client.send(
                    "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + ASK.length + "\r\n\r\n", ASK);
            client.readHead();
            assertBrokenOff(client);
        }
    }

    /** The end of the connection comes before the end of the answer, which is a chunk of length zero. */
    private static void assertBrokenOff(RawClient client) {
        StringBuilder rest = new StringBuilder();
        try {
            for (int c = client.next(); c >= 0; c = client.next()) {
                rest.append((char) c);
            }
        } catch (IOException e) {
            // a reset is an end as well
        }
        assertThat(rest.toString()).contains("data: {}").doesNotContain("\r\n0\r\n");
    }

    private static void assertError(RawClient.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.head()).contains("Content-Type: application/json");
        Json error = Json.parse(answer.body()).get("error");
        assertThat(error).isNotNull();
        assertThat(error.text("code")).isEqualTo(code);
        assertThat(error.text("type")).isNotBlank();
        assertThat(error.text("message")).isNotBlank().doesNotContain("\tat ").doesNotContain("Exception");
    }
}
