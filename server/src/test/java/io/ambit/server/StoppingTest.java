package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.text.Json;
import io.ambit.testkit.model.ScriptedAnswer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppingTest {
    private static final String PATH = "/v1/chat/completions";
    private static final byte[] ASK =
            "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}".getBytes(StandardCharsets.UTF_8);
    private static final String HEAD =
            "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + ASK.length + "\r\n\r\n";

    @TempDir
    Path data;

    @Test
    void close_whileAnAnswerRuns_letsItEndAndRefusesWhatIsNew() throws Exception {
        ScriptedAnswer late = new ScriptedAnswer.Chat("late", List.of(), Duration.ofMillis(1500), 1, 0, 1);
        try (RunningServer running = RunningServer.behind(data, door -> door, late);
                RawClient first = new RawClient(running.server.port());
                RawClient second = new RawClient(running.server.port());
                RawClient third = new RawClient(running.server.port())) {
            first.send(HEAD, ASK);
            RunningServer.eventually(() -> running.model.requests().isEmpty() ? null : true);
            Thread stop = Thread.ofVirtual().start(running.server::close);
            RunningServer.eventually(() -> running.server.isStopping() ? true : null);

            RawClient.Answer refused = second.post(PATH, ASK);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.head()).contains("Retry-After: 5\r").contains("Connection: close\r");
            assertThat(Json.parse(refused.body()).get("error").text("code")).isEqualTo("stopping");
            third.send("GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n", new byte[0]);
            assertThat(third.read().status()).isEqualTo(503);
            try (RawClient newcomer = new RawClient(running.server.port())) {
                assertThat(newcomer.post(PATH, ASK).status()).isEqualTo(503);
            }
            assertThat(first.read().text()).contains("late");
            stop.join();
            assertThat(running.model.requests()).hasSize(1);
        }
    }

    @Test
    void close_whileAnAnswerNeverEnds_breaksItOffAfterTheDrainTime() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (RunningServer running = RunningServer.behind(
                        data, door -> door.withDrain(Duration.ofMillis(200)), ScriptedAnswer.stalled("data: {}\n\n"));
                RawClient client = new RawClient(running.server.port())) {
            client.send(HEAD, ASK);
            client.readHead();
            running.server.close();
            closed.countDown();
            assertThat(client.untilClosed()).contains("data: {}").doesNotContain("\r\n0\r\n");
            assertThat(running.model.wasClosedByClient(10)).isTrue();
        }
        assertThat(closed.getCount()).isZero();
    }
}
