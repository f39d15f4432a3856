package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.testkit.model.RecordedRequest;
import io.ambit.testkit.model.ScriptedAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that two servers in a row might read differently: of each, what reaches the upstream is exactly one
 * well-formed request, or nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmugglingTest {
    private static final String NEXT = "GET /v1/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TempDir
    Path data;

    private RunningServer running;

    @BeforeEach
    void start() {
        running = RunningServer.behind(
                data, door -> door, ScriptedAnswer.answer(200, Map.of(), "{}".getBytes(StandardCharsets.UTF_8)));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private String send(String bytes) throws IOException {
        try (RawClient client = new RawClient(running.server.port())) {
            client.send(bytes, new byte[0]);
            return client.untilClosed();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
                "Content-Length: 4\r\nContent-Length: 5\r\n\r\n{}{}{",
                "Content-Length: 4, 5\r\n\r\n{}{}{",
                "Content-Length: +4\r\n\r\n{}{}",
                "Content-Length: -4\r\n\r\n{}{}",
                "Content-Length: 0x4\r\n\r\n{}{}",
                "Content-Length: 4 4\r\n\r\n{}{}",
                "Content-Length: 99999999999999999999\r\n\r\n{}",
                "Content-Length : 4\r\n\r\n{}{}",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                "X-Folded: a\r\n b\r\nContent-Length: 2\r\n\r\n{}",
                "X-Folded: a\r\n\tContent-Length: 9\r\nContent-Length: 2\r\n\r\n{}",
                "X-Bare: a\rContent-Length: 9\r\nContent-Length: 2\r\n\r\n{}",
                "X-Null: a\u0000b\r\nContent-Length: 2\r\n\r\n{}",
                "No colon here\r\nContent-Length: 2\r\n\r\n{}",
                ": no name\r\nContent-Length: 2\r\n\r\n{}",
                "Host: evil.example\r\nContent-Length: 2\r\n\r\n{}"
            })
    void framing_ambiguous_reachesNobody(String rest) throws Exception {
        String answer = send("POST /v1/embeddings HTTP/1.1\r\nHost: localhost\r\n" + rest + NEXT);

        assertThat(answer).doesNotContain("HTTP/1.1 200");
        assertThat(targets()).doesNotContain("/v1/smuggled");
        // A body that turns out to be broken may have been begun, and is then broken off: it is never a whole request.
        assertThat(running.model.requests()).isEmpty();
    }

    @Test
    void chunks_withExtensionsAndTrailers_leaveAsOneCleanBody() throws Exception {
        send("""
                POST /v1/embeddings HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                Transfer-Encoding: chunked\r
                \r
                5;ext="a;b"\r
                hello\r
                0\r
                X-Trailer: Content-Length: 3\r
                \r
                """);

        RecordedRequest sent = only();
        assertThat(sent.text()).isEqualTo("hello");
        assertThat(sent.headers().stream().map(Map.Entry::getKey)).doesNotContain("X-Trailer", "Connection");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/embeddings HTTP/1.1\nHost: localhost\nConnection: close\nX-A: b\nContent-Length: 2\n\n{}",
                "POST /v1/embeddings HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 2\r\n"
                        + "Content-Length: 2\r\n\r\n{}",
                "POST /v1/embeddings HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked"
                        + "\r\n\r\n2 2\r\n{}\r\n0\r\n\r\n",
                "POST /v1/embeddings HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked"
                        + "\r\n\r\n2\n{}\n0\n\n"
            })
    void framing_odd_reachesNobodyOrLeavesAsOneCleanRequest(String bytes) throws Exception {
        send(bytes + NEXT);

        assertThat(running.model.requests()).hasSizeLessThanOrEqualTo(1).allSatisfy(sent -> {
            assertThat(sent.target()).isEqualTo("/v1/embeddings");
            assertThat(sent.text()).isEqualTo("{}");
        });
    }

    @Test
    void connect_toAnotherHost_isRefused() throws Exception {
        try (RawClient client = new RawClient(running.server.port())) {
            client.send("CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n", new byte[0]);

            assertThat(client.readHead()).startsWith("HTTP/1.1 4");
            assertThat(running.model.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/../admin",
                "GET /v1/%2e%2e/admin",
                "GET /v1/%2E./admin",
                "GET /v1/..;/admin",
                "GET /v1/..%3b/admin",
                "GET /v1/a/..%2fadmin",
                "GET /v1/a%2f..%2fadmin",
                "GET /v1/a%5c..%5cadmin",
                "GET /v1/..\\admin",
                "GET /v1\\..\\admin",
                "GET /v1/.",
                "GET /v1/a%00b",
                "GET /v1/a%0d%0aX-Evil:%201",
                "GET /s/a/../../v1/models",
                "GET /s/%2e%2e/v1/models",
                "GET //evil.example/v1/models",
                "GET /\\evil.example/v1/models",
                "GET http://evil.example/v1/models",
                "GET https://evil.example/v1/models",
                "GET http://localhost@evil.example/v1/models",
                "GET http://evil.example:80/s/a/v1/models",
                "GET evil.example/v1/models",
                "GET @evil.example/v1/models",
                "GET *",
                "OPTIONS *",
                "CONNECT /v1/models",
                "TRACE /v1/models",
                "PRI *",
                "GET /u/../v1/models",
                "GET /u/0123456789abcdef/../../v1/models"
            })
    void target_thatLeadsElsewhere_reachesNobody(String line) throws Exception {
        String answer = send(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).doesNotStartWith("HTTP/1.1 200");
        assertThat(running.model.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/a%2Fb",
                "/v1//models",
                "/v1/models;v=1",
                "/v1/..a/b..",
                "/v1/a.b/.well-known",
                "/v1/%7Bx%7D?q=../..&r=%0d%0a&s=http://evil.example/",
                "/v1/files/http://evil.example/"
            })
    void target_thatOnlyLooksOdd_leavesAsItCame(String target) throws Exception {
        send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Odd: %0d%0aX-Evil: 1\r\n\r\n");

        RecordedRequest sent = only();
        assertThat(sent.target()).isEqualTo(target);
        assertThat(sent.header("x-odd")).isEqualTo("%0d%0aX-Evil: 1");
        assertThat(sent.header("host")).isEqualTo("127.0.0.1:" + running.model.port());
    }

    @Test
    void target_absoluteOfThisServer_leavesAsItsPath() throws Exception {
        send("GET http://localhost/v1/models?a=b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(only().target()).isEqualTo("/v1/models?a=b");
    }

    @Test
    void head_tooLarge_is431Or414() throws Exception {
        String large = "x".repeat(80_000);
        assertThat(send("GET /v1/models HTTP/1.1\r\nHost: localhost\r\nX-Large: " + large + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(send("GET /v1/" + large + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
        assertThat(running.model.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host: evil.example\r\n",
                "Host: localhost@evil.example\r\n",
                "Host: localhost\r\nHost: localhost\r\n",
                "Host: localhost\r\nOrigin: http://evil.example\r\n",
                "Host: localhost\r\nOrigin: null\r\n"
            })
    void host_ofAnotherSite_reachesNobody(String lines) throws Exception {
        String answer = send("GET /v1/models HTTP/1.1\r\n" + lines + "Connection: close\r\n\r\n");

        assertThat(answer).containsPattern("^HTTP/1.1 4(00|03)");
        assertThat(running.model.requests()).isEmpty();
    }

    private RecordedRequest only() {
        assertThat(running.model.requests()).hasSize(1);
        return running.model.lastRequest();
    }

    private List<String> targets() {
        return running.model.requests().stream().map(RecordedRequest::target).toList();
    }
}
