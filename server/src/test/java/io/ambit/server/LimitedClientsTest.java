package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.text.Json;
import io.ambit.server.door.Limits;
import io.ambit.testkit.model.ScriptedAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one client may take, and what becomes of slow ones. */
class LimitedClientsTest {
    private static final String PATH = "/v1/chat/completions";
    private static final byte[] ASK =
            "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    private RunningServer limited(Limits limits, ScriptedAnswer... answers) {
        return RunningServer.behind(data, door -> door.withLimits(limits), answers);
    }

    @Test
    void requests_overTheLimit_are429WithRetryAfterForThatClientAlone() throws Exception {
        try (RunningServer running = limited(Limits.OPEN.withRequests(3));
                RawClient client = new RawClient(running.server.port())) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.post(PATH, ASK).status()).isEqualTo(200);
            }
            RawClient.Answer refused = client.post(PATH, ASK);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.head()).containsPattern("Retry-After: (19|20)\r");
            assertThat(Json.parse(refused.body()).get("error").text("type")).isEqualTo("rate_limit_error");
            assertThat(client.post(PATH, ASK, "Authorization: Bearer other").status())
                    .isEqualTo(200);
            assertThat(client.post("/rest/login-code", ASK).status()).isEqualTo(429);
            assertThat(running.model.requests()).hasSize(4);
            assertThat(running.get("/healthz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void bodies_moreThanMayBeHeld_are429AndPassWhenOthersAreAnswered() throws Exception {
        try (RunningServer running =
                limited(Limits.OPEN.withBodyBytes(2L * ASK.length), ScriptedAnswer.stalled("data: {}\n\n"))) {
            List<RawClient> clients = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                RawClient client = new RawClient(running.server.port());
                clients.add(client);
                client.send(head(ASK.length), ASK);
                assertThat(client.readHead()).contains(" 200 ");
            }
            try (RawClient third = new RawClient(running.server.port())) {
                RawClient.Answer refused = third.post(PATH, ASK);
                assertThat(refused.status()).as(refused.text()).isEqualTo(429);
                assertThat(refused.head()).contains("Retry-After: 1\r");
            }
            for (RawClient client : clients) {
                client.close();
            }
            RunningServer.eventually(() -> passes(running.server.port()));
        }
    }

    private static Boolean passes(int port) {
        try (RawClient client = new RawClient(port)) {
            client.send(head(ASK.length), ASK);
            return client.readHead().contains(" 200 ") ? true : null;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void connections_overTheLimit_waitUntilOneIsClosed() throws Exception {
        try (RunningServer running = limited(Limits.OPEN.withConnections(2))) {
            RawClient first = new RawClient(running.server.port());
            try (RawClient second = new RawClient(running.server.port());
                    RawClient third = new RawClient(running.server.port())) {
                assertThat(first.post(PATH, ASK).status()).isEqualTo(200);
                assertThat(second.post(PATH, ASK).status()).isEqualTo(200);
                third.send(head(ASK.length), ASK);
                assertThat(running.model.requests()).hasSize(2);
                first.close();
                assertThat(third.read().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void head_thatNeverEnds_isClosedHoweverOftenABytesComes() throws Exception {
        try (RunningServer running = limited(Limits.OPEN.withPatience(Duration.ofMillis(300)));
                RawClient client = new RawClient(running.server.port())) {
            client.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", new byte[0]);
            RunningServer.eventually(() -> closesAfter(client, "a"));
        }
    }

    @Test
    void body_thatNeverEnds_isRefusedAndNeverForwarded() throws Exception {
        try (RunningServer running = limited(Limits.OPEN.withPatience(Duration.ofMillis(300)));
                RawClient client = new RawClient(running.server.port())) {
            client.send(head(100_000), "{".getBytes(StandardCharsets.UTF_8));
            RunningServer.eventually(() -> closesAfter(client, " "));
            assertThat(running.model.requests()).isEmpty();
        }
    }

    @Test
    void body_thatStops_isBrokenOff() throws Exception {
        try (RunningServer running = limited(Limits.OPEN.withPatience(Duration.ofMillis(200)));
                RawClient client = new RawClient(running.server.port())) {
            client.send(head(100_000), "{".getBytes(StandardCharsets.UTF_8));
            assertThat(client.untilClosed()).doesNotContain(" 200 ");
            assertThat(running.model.requests()).isEmpty();
        }
    }

    @Test
    void answer_thatTakesLongerThanThePatience_isWaitedFor() throws Exception {
        ScriptedAnswer late = new ScriptedAnswer.Chat("late", List.of(), Duration.ofMillis(600), 1, 0, 1);
        try (RunningServer running = limited(Limits.OPEN.withPatience(Duration.ofMillis(200)), late);
                RawClient client = new RawClient(running.server.port())) {
            assertThat(client.post(PATH, ASK).text()).contains("late");
        }
    }

    private static String head(int length) {
        return "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n";
    }

    /** A byte more; whether the server closed the connection by now, null where not. */
    private static Boolean closesAfter(RawClient client, String more) {
        try {
            client.send(more, new byte[0]);
            return null;
        } catch (IOException e) {
            return true;
        }
    }
}
