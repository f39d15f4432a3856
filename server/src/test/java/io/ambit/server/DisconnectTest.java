package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.testkit.model.ScriptedAnswer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisconnectTest {
    private static final byte[] ASK =
            "{\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}".getBytes(StandardCharsets.UTF_8);
    private static final String HEAD =
            "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + ASK.length + "\r\n\r\n";

    @TempDir
    Path data;

    @Test
    void client_goesBeforeTheAnswer_cancelsTheCall() throws Exception {
        try (RunningServer running = RunningServer.start(data, "off", ScriptedAnswer.silence())) {
            try (RawClient client = new RawClient(running.server.port())) {
                client.send(HEAD, ASK);
                RunningServer.eventually(() -> running.model.requests().isEmpty() ? null : true);
            }
            assertThat(running.model.wasClosedByClient(10)).isTrue();
            assertThat(running.lastStep(step -> step.end() != null).end().status())
                    .isZero();
            assertThat(running.server.gateway().counters().clientsGone()).isEqualTo(1);
        }
    }

    @Test
    void client_goesInTheMiddle_cancelsTheCall() throws Exception {
        try (RunningServer running = RunningServer.start(data, "classic", ScriptedAnswer.stalled("data: {}\n\n"))) {
            try (RawClient client = new RawClient(running.server.port())) {
                client.send(HEAD, ASK);
                assertThat(client.readHead()).contains(" 200 ");
            }
            assertThat(running.model.wasClosedByClient(10)).isTrue();
            assertThat(running.lastStep(step -> step.end() != null).end().status())
                    .isZero();
        }
    }

    @Test
    void client_ofAnotherPathGoes_cancelsTheCall() throws Exception {
        try (RunningServer running = RunningServer.start(data, "off", ScriptedAnswer.silence())) {
            try (RawClient client = new RawClient(running.server.port())) {
                client.send("GET /v1/models HTTP/1.1\r\nHost: localhost\r\n\r\n", new byte[0]);
                RunningServer.eventually(() -> running.model.requests().isEmpty() ? null : true);
            }
            assertThat(running.model.wasClosedByClient(10)).isTrue();
        }
    }

    /** What the client sends ahead is read while its first answer is awaited, and must not be lost by that. */
    @Test
    void client_sendsTheNextRequestAhead_bothAreAnswered() throws Exception {
        try (RunningServer running = RunningServer.start(
                        data,
                        "off",
                        new ScriptedAnswer.Chat("first", List.of(), Duration.ofMillis(700), 1, 0, 1),
                        ScriptedAnswer.text("second"));
                RawClient client = new RawClient(running.server.port())) {
            client.send(HEAD, ASK);
            RunningServer.eventually(() -> running.model.requests().isEmpty() ? null : true);
            client.send(HEAD, ASK);

            assertThat(client.read().text()).contains("first");
            assertThat(client.read().text()).contains("second");
        }
    }
}
