package io.ambit.server;

import static io.ambit.server.SeveralUpstreams.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.Route;
import io.ambit.core.text.Json;
import io.ambit.testkit.model.RecordedRequest;
import io.ambit.testkit.model.ScriptedAnswer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client of one format before an upstream that speaks another. */
class TranslatedTest {
    private static final String TOOL = ",\"tools\":[{\"name\":\"read\",\"description\":\"Reads a file.\","
            + "\"input_schema\":{\"type\":\"object\",\"properties\":{\"path\":{\"type\":\"string\"}}}}]";

    @TempDir
    private Path data;

    @Test
    void messages_upstreamOfChat_isAskedAndAnsweredInEachOnesFormat() throws Exception {
        try (SeveralUpstreams several = start(ScriptedAnswer.text("from far"))) {
            HttpResponse<String> answer = messages(several, "");
            assertThat(answer.statusCode()).isEqualTo(200);
            Json message = Json.parse(answer.body());
            assertThat(message.text("type")).isEqualTo("message");
            assertThat(message.text("role")).isEqualTo("assistant");
            assertThat(message.get("content").items().get(0).text("text")).isEqualTo("from far");
            RecordedRequest sent = several.far.lastRequest();
            assertThat(sent.target()).isEqualTo("/v1/chat/completions");
            Json asked = Json.parse(sent.body());
            assertThat(asked.text("model")).isEqualTo("big");
            assertThat(asked.get("messages").items().get(0).text("role")).isEqualTo("system");
            Route route =
                    several.server.lastStep(step -> step.end() != null).end().route();
            assertThat(route.notes()).contains("translated from anthropic to openai-chat");
        }
    }

    @Test
    void messages_streamed_areEventsOfTheClientsFormat() throws Exception {
        try (SeveralUpstreams several = start(ScriptedAnswer.text("piece by piece"))) {
            HttpResponse<String> answer = messages(several, ",\"stream\":true");
            assertThat(answer.headers().firstValue("content-type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(answer.body())
                    .startsWith("event: message_start\n")
                    .contains("event: content_block_delta\n", "\"text_delta\"", "event: message_stop\n")
                    .doesNotContain("[DONE]", "chat.completion");
        }
    }

    @Test
    void messages_toolCall_isABlockOfTheClientsFormat() throws Exception {
        ScriptedAnswer call =
                ScriptedAnswer.calls("", new ScriptedAnswer.Call("call_1", "read", "{\"path\":\"a.txt\"}"));
        try (SeveralUpstreams several = start(call)) {
            Json message = Json.parse(messages(several, TOOL).body());
            assertThat(message.text("stop_reason")).isEqualTo("tool_use");
            Json block = message.get("content").items().get(0);
            assertThat(block.text("type")).isEqualTo("tool_use");
            assertThat(block.text("name")).isEqualTo("read");
            assertThat(block.get("input").text("path")).isEqualTo("a.txt");
            Json tool = Json.parse(several.far.lastRequest().body())
                    .get("tools")
                    .items()
                    .get(0);
            assertThat(tool.text("type")).isEqualTo("function");
            assertThat(tool.get("function").text("name")).isEqualTo("read");
        }
    }

    @Test
    void messages_upstreamRefuses_isAnErrorOfTheClientsFormat() throws Exception {
        try (SeveralUpstreams several = start(ScriptedAnswer.answer(
                400,
                Map.of("Content-Type", "application/json"),
                "{\"error\":{\"message\":\"too long\",\"type\":\"invalid_request_error\"}}"
                        .getBytes(StandardCharsets.UTF_8)))) {
            HttpResponse<String> answer = messages(several, "");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).startsWith("{\"type\":\"error\"").contains("too long");
        }
    }

    private SeveralUpstreams start(ScriptedAnswer far) {
        return SeveralUpstreams.start(data, near -> near, one -> one, says("from near"), far);
    }

    private static HttpResponse<String> messages(SeveralUpstreams several, String more) throws Exception {
        return several.post(
                "/v1/messages",
                "{\"model\":\"big\",\"max_tokens\":99,\"system\":\"You help.\",\"messages\":"
                        + "[{\"role\":\"user\",\"content\":\"hi\"}]" + more + "}",
                "anthropic-version",
                "2023-06-01");
    }
}
