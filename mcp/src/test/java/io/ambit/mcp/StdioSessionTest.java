package io.ambit.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.mcp.transport.Connection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class StdioSessionTest {
    @TempDir
    private Path folder;

    private final EchoTool echo = new EchoTool();
    private HeapProjects projects;
    private AmbitMcp mcp;
    private PlainClient client;

    @BeforeEach
    void open() throws Exception {
        projects = new HeapProjects(folder);
        mcp = new AmbitMcp(
                new McpSettings("1", "/nowhere/default", Duration.ofMillis(20)),
                projects,
                () -> projects.stores().ledger(),
                projects.tools(),
                new OneTool(echo));
        client = new PlainClient(mcp, new Connection(folder.resolve("worked-in").toString(), null, null));
    }

    @AfterEach
    void close() {
        client.close();
        mcp.close();
        projects.close();
    }

    private JsonNode call(String text) {
        return client.ask("tools/call", "{\"name\":\"echo\",\"arguments\":{\"text\":\"" + text + "\"}}");
    }

    @ParameterizedTest
    @CsvSource({"2025-11-25,2025-11-25", "2025-06-18,2025-06-18", "1999-01-01,2025-11-25"})
    void initialize_revision_isAnsweredWithOneThatIsSpoken(String asked, String spoken) {
        JsonNode answer = client.ask(
                "initialize",
                "{\"protocolVersion\":\"" + asked
                        + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"plain\",\"version\":\"1\"}}");

        assertThat(answer.path("result").path("protocolVersion").asString()).isEqualTo(spoken);
    }

    @Test
    void initialize_wrongParameters_isAnErrorWithoutClassNames() {
        JsonNode error = client.ask("initialize", "{\"protocolVersion\":7,\"capabilities\":[]}")
                .path("error");

        assertThat(error.path("code").asInt()).isEqualTo(-32602);
        assertThat(error.path("message").asString())
                .contains("expected protocolVersion")
                .doesNotContain("modelcontext");
        assertThat(client.hello("{}").path("serverInfo").path("name").asString())
                .isEqualTo("ambit");
    }

    @Test
    void request_beforeInitialize_isRefusedSavePing() {
        assertThat(client.ask("tools/list", "{}").path("error").path("code").asInt())
                .isEqualTo(-32600);
        assertThat(client.ask("ping", "{}").has("result")).isTrue();
    }

    @Test
    void toolsCall_knownTool_answersStructuredAndAsText() {
        client.hello("{}");

        JsonNode result = call("hello").path("result");

        assertThat(result.path("isError").asBoolean()).isFalse();
        assertThat(result.path("structuredContent").path("text").asString()).isEqualTo("hello");
        assertThat(result.path("structuredContent").path("client").asString()).isEqualTo("plain");
        assertThat(result.path("content").path(0).path("text").asString()).isEqualTo("said hello");
    }

    @Test
    void toolsList_tool_bearsSchemasAndAnnotations() {
        client.hello("{}");

        JsonNode tool =
                client.ask("tools/list", "{}").path("result").path("tools").path(0);

        assertThat(tool.path("name").asString()).isEqualTo("echo");
        assertThat(tool.path("inputSchema").path("type").asString()).isEqualTo("object");
        assertThat(tool.path("outputSchema").path("type").asString()).isEqualTo("object");
        assertThat(tool.path("annotations").path("readOnlyHint").asBoolean(true))
                .isFalse();
        assertThat(tool.path("annotations").path("idempotentHint").asBoolean(false))
                .isTrue();
    }

    @Test
    void toolsCall_wrongArgument_isAnErrorOfTheTool() {
        client.hello("{}");

        JsonNode result = call("refuse").path("result");

        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.path("content").path(0).path("text").asString()).startsWith("text: expected another word");
    }

    @Test
    void toolsCall_unexpectedFailure_saysNothingOfTheInside() {
        client.hello("{}");

        JsonNode answer = call("break");

        assertThat(answer.path("result").path("isError").asBoolean()).isTrue();
        assertThat(answer.toString())
                .doesNotContain("secret")
                .doesNotContain("io.ambit")
                .doesNotContain("Exception");
    }

    @Test
    void toolsCall_unknownTool_namesThoseThatThereAre() {
        client.hello("{}");

        JsonNode error = client.ask("tools/call", "{\"name\":\"no\"}").path("error");

        assertThat(error.path("code").asInt()).isEqualTo(-32602);
        assertThat(error.path("message").asString()).isEqualTo("no tool 'no', expected one of echo");
    }

    @Test
    void toolsCall_progressToken_isToldHowFarItIs() {
        client.hello("{}");

        int id = client.request(
                "tools/call",
                "{\"name\":\"echo\",\"arguments\":{\"text\":\"progress\"},\"_meta\":{\"progressToken\":\"t\"}}");
        JsonNode first = client.awaitMethod("notifications/progress").path("params");
        JsonNode second = client.awaitMethod("notifications/progress").path("params");

        assertThat(first.path("progressToken").asString()).isEqualTo("t");
        assertThat(first.path("progress").asDouble()).isEqualTo(1);
        assertThat(second.path("message").asString()).isEqualTo("whole");
        assertThat(client.answer(id).has("result")).isTrue();
    }

    @Test
    void toolsCall_noProgressToken_isToldNothing() {
        client.hello("{}");

        assertThat(call("progress").has("result")).isTrue();

        assertThat(client.unread()).isEmpty();
    }

    @Test
    void cancelled_runningCall_endsWithoutAnAnswer() throws InterruptedException {
        client.hello("{}");
        int id = client.request("tools/call", "{\"name\":\"echo\",\"arguments\":{\"text\":\"wait\"}}");
        echo.waiting.await();

        client.send(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":" + id + "}}");
        echo.cancelled.acquire();

        assertThat(call("hello").has("result")).isTrue();
        client.close();
        assertThat(client.unread()).isEmpty();
    }

    @Test
    void ask_clientThatCan_handsOnWhatThePersonSaid() {
        client.hello("{\"elicitation\":{}}");
        int id = client.request("tools/call", "{\"name\":\"echo\",\"arguments\":{\"text\":\"ask\"}}");

        JsonNode question = client.awaitMethod("elicitation/create");
        client.reply(question, Map.of("action", "accept", "content", Map.of("sure", true)));

        assertThat(question.path("params").path("message").asString()).isEqualTo("Really?");
        assertThat(client.answer(id)
                        .path("result")
                        .path("structuredContent")
                        .path("answer")
                        .asString())
                .isEqualTo("{sure=true}");
    }

    @Test
    void ask_personDeclines_isNoAnswer() {
        client.hello("{\"elicitation\":{\"form\":{}}}");
        int id = client.request("tools/call", "{\"name\":\"echo\",\"arguments\":{\"text\":\"ask\"}}");

        client.reply(client.awaitMethod("elicitation/create"), Map.of("action", "decline"));

        assertThat(client.answer(id)
                        .path("result")
                        .path("structuredContent")
                        .path("answer")
                        .asString())
                .isEqualTo("none");
    }

    @Test
    void ask_clientThatCannot_isNotAsked() {
        client.hello("{}");

        assertThat(call("ask")
                        .path("result")
                        .path("structuredContent")
                        .path("answer")
                        .asString())
                .isEqualTo("none");
    }

    @Test
    void project_noRoots_isThatOfTheFolder() {
        client.hello("{}");

        assertThat(call("hi")
                        .path("result")
                        .path("structuredContent")
                        .path("space")
                        .asString())
                .isEqualTo("worked-in");
    }

    @Test
    void project_roots_isThatOfTheFirstFolderAndFollowsChanges() throws Exception {
        Path first = Files.createDirectory(folder.resolve("first one"));
        Path second = Files.createDirectory(folder.resolve("second"));
        client.hello("{\"roots\":{\"listChanged\":true}}");

        int id = client.request("tools/call", "{\"name\":\"echo\",\"arguments\":{\"text\":\"a\"}}");
        client.reply(
                client.awaitMethod("roots/list"),
                Map.of(
                        "roots",
                        List.of(
                                Map.of("uri", "https://x.example/y"),
                                Map.of("uri", second.toUri().toString()))));
        assertThat(space(client.answer(id))).isEqualTo("second");

        client.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/roots/list_changed\"}");
        id = client.request("tools/call", "{\"name\":\"echo\",\"arguments\":{\"text\":\"b\"}}");
        client.reply(client.awaitMethod("roots/list"), Map.of("roots", List.of()));
        assertThat(space(client.answer(id))).isEqualTo("worked-in");
        assertThat(first).isDirectory();
    }

    private static String space(JsonNode answer) {
        return answer.path("result").path("structuredContent").path("space").asString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{broken|-32700",
                "[]|-32600",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]|-32600",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}|-32600",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}|-32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}|-32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[1]}|-32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1}|-32600"
            })
    void line_noMessage_isAnsweredAndTheNextOneRead(String line, int code) {
        client.hello("{}");

        client.send(line);

        JsonNode error = client.await(message -> message.has("error"));
        assertThat(error.path("error").path("code").asInt()).isEqualTo(code);
        assertThat(error.toString()).doesNotContain("jackson").doesNotContain("Exception");
        assertThat(call("still here").has("result")).isTrue();
    }

    @Test
    void line_deeplyNested_isRefusedAndTheNextOneRead() {
        client.hello("{}");

        client.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":" + "{\"a\":".repeat(100_000));

        assertThat(client.await(message -> message.has("error"))
                        .path("error")
                        .path("code")
                        .asInt())
                .isEqualTo(-32700);
        assertThat(call("still here").has("result")).isTrue();
    }

    @Test
    void toolsCall_largeTextWithEveryScript_comesBackAsItWas() {
        client.hello("{}");
        String text = "größe 漢字 🚀 ".repeat(30_000);

        assertThat(call(text)
                        .path("result")
                        .path("structuredContent")
                        .path("text")
                        .asString())
                .isEqualTo(text);
    }

    @Test
    void request_unknownMethod_isNotFound() {
        client.hello("{}");

        assertThat(client.ask("no/such", "{}").path("error").path("code").asInt())
                .isEqualTo(-32601);
    }
}
