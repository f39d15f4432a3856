package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.core.spi.Ledger;
import io.ambit.gateway.GatewaySettings;
import io.ambit.store.SqliteLedger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class McpOverHttpTest {
    private static final String TOKEN = "the-token";
    private static final String BOTH = "application/json, text/event-stream";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static Ledger ledger;
    private static AmbitServer server;

    @BeforeAll
    static void start() {
        ledger = SqliteLedger.open(folder);
        server = AmbitServer.start(
                ServerSettings.local(0, TOKEN),
                GatewaySettings.of(URI.create("http://127.0.0.1:1"), Policies.parse("off")),
                Served.of(ledger),
                ConformanceServer.mount(ledger));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        ledger.close();
    }

    private static HttpRequest.Builder request(String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/mcp"))
                .header("Authorization", "Bearer " + TOKEN);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    private static HttpResponse<String> post(String body, String... headers) throws Exception {
        HttpRequest.Builder request = request("Content-Type", "application/json", "Accept", BOTH);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static String initialize(String revision) {
        return call(
                0,
                "initialize",
                "{\"protocolVersion\":\"" + revision
                        + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}");
    }

    private static String call(int id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    /** A session's id. */
    private static String open(String revision) throws Exception {
        return post(initialize(revision)).headers().firstValue("Mcp-Session-Id").orElseThrow();
    }

    private static String open() throws Exception {
        return open("2025-11-25");
    }

    @Test
    void initialize_answersInJsonWithASession() throws Exception {
        HttpResponse<String> answer = post(initialize("2025-11-25"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json;charset=utf-8");
        assertThat(answer.body()).contains("\"protocolVersion\":\"2025-11-25\"");
        assertThat(answer.headers().firstValue("Mcp-Session-Id")).isPresent();
    }

    @Test
    void request_withoutToken_isRefused() throws Exception {
        HttpResponse<String> answer = post(initialize("2025-11-25"), "Authorization", "Bearer guess");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    /** What a page of another site, or a name of its own pointed here, would send. */
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,'',200",
        "localhost,'',200",
        "localhost:7411,'',200",
        "[::1]:7411,'',200",
        "LOCALHOST,'',200",
        "127.0.0.1,http://localhost:3000,200",
        "127.0.0.1,http://127.0.0.1,200",
        "evil.example,'',403",
        "localhost.evil.example,'',403",
        "127.0.0.1.evil.example:7411,'',403",
        "127.0.0.1,http://evil.example,403",
        "127.0.0.1,https://localhost.evil.example,403",
        "127.0.0.1,http://127.0.0.1@evil.example,403",
        "127.0.0.1,null,403",
        "evil.example,http://evil.example,403"
    })
    void request_hostAndOrigin_letsInThisMachineOnly(String host, String origin, int status) throws Exception {
        try (RawClient raw = new RawClient(server.port())) {
            byte[] body = initialize("2025-11-25").getBytes(StandardCharsets.UTF_8);
            raw.send(
                    "POST /mcp HTTP/1.1\r\nHost: " + host + "\r\n"
                            + (origin.isEmpty() ? "" : "Origin: " + origin + "\r\n")
                            + "Authorization: Bearer " + TOKEN + "\r\nContent-Type: application/json\r\nAccept: " + BOTH
                            + "\r\nContent-Length: " + body.length + "\r\n\r\n",
                    body);

            assertThat(raw.read().status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|406",
                "text/event-stream|406",
                "text/html|406",
                "*/*|200",
                "application/json;q=0.9, text/event-stream|200"
            })
    void post_accept_hasToNameBothForms(String accept, int status) throws Exception {
        assertThat(post(initialize("2025-11-25"), "Accept", accept).statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"text/plain,415", "application/json; charset=utf-8,200", "application/jsonx,415"})
    void post_contentType_hasToBeJson(String type, int status) throws Exception {
        assertThat(post(initialize("2025-11-25"), "Content-Type", type).statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "OPTIONS"})
    void method_thatIsNone_isNamedWithThoseThatThereAre(String method) throws Exception {
        HttpResponse<String> answer =
                CLIENT.send(request().method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, POST, DELETE");
    }

    @Test
    void session_missingUnknownAndDeleted_isToldApart() throws Exception {
        String session = open();
        String ping = call(1, "ping", "{}");

        assertThat(post(ping).statusCode()).isEqualTo(400);
        assertThat(post(ping, "Mcp-Session-Id", "no-such").statusCode()).isEqualTo(404);
        assertThat(post(ping, "Mcp-Session-Id", session).statusCode()).isEqualTo(200);

        HttpResponse<String> deleted =
                CLIENT.send(request("Mcp-Session-Id", session).DELETE().build(), BodyHandlers.ofString());
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(post(ping, "Mcp-Session-Id", session).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"2025-11-25,200", "2025-06-18,200", "1999-01-01,400"})
    void revisionHeader_unknownOne_isRefused(String revision, int status) throws Exception {
        assertThat(post(call(1, "ping", "{}"), "Mcp-Session-Id", open(), "MCP-Protocol-Version", revision)
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void notification_isAcceptedWithoutABody() throws Exception {
        HttpResponse<String> answer =
                post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", "Mcp-Session-Id", open());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void request_isAnsweredOnAStreamThatSaysWhereItIs() throws Exception {
        HttpResponse<String> answer = post(call(7, "ping", "{}"), "Mcp-Session-Id", open());

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(answer.body()).isEqualTo("""
                        id: 1-0
                        data:\s

                        id: 1-1
                        event: message
                        data: {"jsonrpc":"2.0","id":7,"result":{}}

                        """);
    }

    @Test
    void request_ofAnEarlierRevision_getsNoEventWithoutData() throws Exception {
        HttpResponse<String> answer = post(call(7, "ping", "{}"), "Mcp-Session-Id", open("2025-06-18"));

        assertThat(answer.body()).startsWith("id: 1-1\n");
    }

    @Test
    void get_lastEvent_bringsWhatWasMissed() throws Exception {
        String session = open();
        post(call(7, "ping", "{}"), "Mcp-Session-Id", session);

        HttpResponse<String> again = CLIENT.send(
                request("Mcp-Session-Id", session, "Accept", "text/event-stream", "Last-Event-ID", "1-0")
                        .GET()
                        .build(),
                BodyHandlers.ofString());

        assertThat(again.body())
                .isEqualTo("id: 1-1\nevent: message\ndata: {\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}\n\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99-0", "x", "1", "-", "1-1-1", "99999999999999999999-1"})
    void get_unknownEvent_isRefused(String event) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                request("Mcp-Session-Id", open(), "Accept", "text/event-stream", "Last-Event-ID", event)
                        .GET()
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void get_stream_endsWithTheSession() throws Exception {
        String session = open();
        HttpResponse<InputStream> stream = CLIENT.send(
                request("Mcp-Session-Id", session, "Accept", "text/event-stream")
                        .GET()
                        .build(),
                BodyHandlers.ofInputStream());
        CLIENT.send(request("Mcp-Session-Id", session).DELETE().build(), BodyHandlers.discarding());

        assertThat(lines(stream.body())).containsExactly("id: 1-0", "data: ", "");
    }

    private static List<String> lines(InputStream body) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":{}}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":7}",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1e999,\"method\":\"ping\"}"
            })
    void post_noMessage_saysSoWithoutAWordOfTheInside(String body) throws Exception {
        HttpResponse<String> answer = post(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .startsWith("{\"jsonrpc\":\"2.0\",\"id\":")
                .contains("\"error\":{\"code\":-32")
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("java.", "io.", "tools.jackson", "stackTrace", "\\n\\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":7}",
                "{\"name\":\"no\"}",
                "{\"name\":\"test_error_handling\",\"arguments\":[]}",
                "{\"name\":\"test_error_handling\"}",
                "{\"name\":\"test_sampling\",\"arguments\":{\"prompt\":\"x\"}}"
            })
    void toolsCall_failure_saysSoWithoutAWordOfTheInside(String params) throws Exception {
        String body =
                post(call(1, "tools/call", params), "Mcp-Session-Id", open()).body();

        assertThat(body)
                .containsAnyOf("\"isError\":true", "\"error\":{\"code\":-32602")
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("java.", "io.ambit", "stackTrace");
    }
}
