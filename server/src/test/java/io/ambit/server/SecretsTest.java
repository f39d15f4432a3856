package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.ambit.core.context.Policies;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.store.SqliteLedger;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Keys that clients bring go to the upstream, and nowhere else: not into the log, the ledger, or any answer. */
class SecretsTest {
    private static final List<String> SECRETS =
            List.of("sk-in-authorization", "sk-in-api-key", "sk-in-query", "sk-in-cookie", RunningServer.TOKEN);
    private static final byte[] ASK =
            "{\"model\":\"m\\nfake line\",\"messages\":[{\"role\":\"user\",\"content\":\"what was said\"}]}"
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    private final Logger ambit = (Logger) LoggerFactory.getLogger("io.ambit");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        ambit.setLevel(Level.DEBUG);
        ambit.setAdditive(false);
        ambit.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        ambit.detachAppender(log);
        ambit.setAdditive(true);
        ambit.setLevel(null);
    }

    @Test
    void requestsWithKeys_anyOutcome_leaveNoKeyBehind() throws Exception {
        ScriptedModel model = ScriptedModel.start(
                ScriptedAnswer.text("fine"),
                ScriptedAnswer.answer(
                        401, Map.of(), "{\"error\":{\"message\":\"no\"}}".getBytes(StandardCharsets.UTF_8)),
                ScriptedAnswer.dropped("data: {}\n\n"),
                ScriptedAnswer.answer(200, Map.of(), new byte[0]));
        List<String> shown = new ArrayList<>();
        try (RunningServer running =
                RunningServer.start(SqliteLedger.open(data), Policies.parse("classic"), settings -> settings, model)) {
            ask(running, "/v1/chat/completions?key=sk-in-query", ASK);
            ask(running, "/v1/chat/completions?key=sk-in-query", ASK);
            ask(running, "/v1/chat/completions?key=sk-in-query", ASK);
            ask(running, "/v1/embeddings?key=sk-in-query", ASK);
            ask(running, "/v1/chat/completions?key=sk-in-query", "no json".getBytes(StandardCharsets.UTF_8));
            ask(running, "/v1/../x?key=sk-in-query", ASK);
            assertThat(model.requests()).hasSize(4).allSatisfy(request -> {
                assertThat(request.header("x-api-key")).isEqualTo("sk-in-api-key");
                assertThat(request.header("authorization")).isEqualTo("Bearer sk-in-authorization");
                assertThat(request.target()).contains("sk-in-query");
            });
            running.lastStep(step -> step.end() != null);
            shown.add(running.get("/metrics").body());
            shown.add(running.get("/readyz").body());
            for (SessionRecord session : running.ledger.sessions(Space.DEFAULT)) {
                shown.add(session.toString());
                shown.add(running.ledger.steps(Space.DEFAULT, session.id()).toString());
                shown.add(running.get("/sessions/" + session.id(), "X-Ambit-Token", RunningServer.TOKEN)
                        .body());
            }
            assertNoSecret("the data folder", files());
        }
        assertNoSecret("the data folder", files());
        assertNoSecret("an answer", shown);
        List<String> lines = log.list.stream()
                .map(event -> event.getFormattedMessage() + event.getKeyValuePairs() + event.getThrowableProxy())
                .toList();
        assertNoSecret("the log", lines);
        assertThat(lines).noneMatch(line -> line.contains("what was said") || line.contains("fine"));
    }

    @Test
    void request_atDebug_hasOneLineWithTheNamesOfOpenTelemetry() throws Exception {
        try (RunningServer running = RunningServer.start(data, "off", ScriptedAnswer.text("fine"))) {
            ask(running, "/v1/chat/completions?key=sk-in-query", ASK);
            List<ILoggingEvent> lines = RunningServer.eventually(() -> {
                List<ILoggingEvent> found = List.copyOf(log.list).stream()
                        .filter(event -> event.getLoggerName().equals("io.ambit.request"))
                        .toList();
                return found.isEmpty() ? null : found;
            });
            assertThat(lines).hasSize(1);
            assertThat(lines.get(0).getLevel()).isEqualTo(Level.DEBUG);
            assertThat(lines.get(0).getKeyValuePairs().toString())
                    .contains("http.request.method=\"POST\"")
                    .contains("url.path=\"/v1/chat/completions\"")
                    .contains("http.response.status_code=\"200\"")
                    .contains("gen_ai.operation.name=\"chat\"")
                    .contains("gen_ai.provider.name=\"openai\"")
                    .contains("gen_ai.request.model=\"m_fake_line\"")
                    .contains("gen_ai.usage.input_tokens=\"100\"")
                    .contains("gen_ai.usage.output_tokens=\"10\"")
                    .contains("gen_ai.response.finish_reasons=\"stop\"")
                    .contains("server.address=\"127.0.0.1\"")
                    .contains("server.port=\"" + running.model.port() + "\"")
                    .contains("ambit.bytes.in=\"" + ASK.length + "\"")
                    .doesNotContain("error.type");
        }
    }

    private static void ask(RunningServer running, String target, byte[] body) throws Exception {
        try (RawClient client = new RawClient(running.server.port())) {
            client.send(
                    "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                            + body.length
                            + "\r\nAuthorization: Bearer sk-in-authorization\r\nx-api-key: sk-in-api-key\r\n"
                            + "Cookie: session=sk-in-cookie\r\nX-Ambit-Token: " + RunningServer.TOKEN + "\r\n\r\n",
                    body);
            assertThat(client.untilClosed()).startsWith("HTTP/1.1 ");
        }
    }

    private List<String> files() throws Exception {
        List<String> contents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(contents).anyMatch(content -> content.contains("what was said"));
        return contents;
    }

    private static void assertNoSecret(String where, List<String> texts) {
        for (String secret : SECRETS) {
            assertThat(texts.stream().filter(text -> text.contains(secret)).count())
                    .as(secret + " in " + where)
                    .isZero();
        }
    }
}
