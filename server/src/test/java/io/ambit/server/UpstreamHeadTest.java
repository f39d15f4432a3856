package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.testkit.model.ScriptedAnswer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads of answers by which an upstream might put words into another's mouth. */
class UpstreamHeadTest {
    @TempDir
    Path data;

    private String answerTo(String head, String body) throws Exception {
        ScriptedAnswer.Raw raw = new ScriptedAnswer.Raw(
                head.getBytes(StandardCharsets.ISO_8859_1),
                List.of(
                        new ScriptedAnswer.Piece.Bytes(body.getBytes(StandardCharsets.ISO_8859_1)),
                        new ScriptedAnswer.Piece.Drop()));
        try (RunningServer running = RunningServer.behind(data, door -> door, raw);
                RawClient client = new RawClient(running.server.port())) {
            client.send("GET /v1/models HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", new byte[0]);
            return client.untilClosed();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 2\r\nTransfer-Encoding: chunked",
                "Content-Length: 2\r\nContent-Length: 3",
                "Content-Length: 2\r\nX-Folded: a\r\n Set-Cookie: b=c",
                "Content-Length: 2\r\nX-Bare: a\rSet-Cookie: b=c",
                "Content-Length: two"
            })
    void head_ambiguous_is502(String lines) throws Exception {
        String answer = answerTo("HTTP/1.1 200 OK\r\n" + lines + "\r\n\r\n", "{}{}{}");

        assertThat(answer).startsWith("HTTP/1.1 502").doesNotContain("Set-Cookie");
    }

    @Test
    void head_withFieldsOfTheConnection_losesThemAlone() throws Exception {
        String answer = answerTo(
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: X-Hop\r\nX-Hop: a\r\nKeep-Alive: 5\r\nX-Own: b\r\n\r\n",
                "{}");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("X-Own: b\r\n").doesNotContain("X-Hop: a", "Keep-Alive");
    }
}
