package io.ambit.wire.translate.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.text.JsonStrings;
import io.ambit.testkit.Seed;
import io.ambit.wire.AnswerTranslation;
import io.ambit.wire.anthropic.GeneratedMessages.Block;
import io.ambit.wire.anthropic.MessagesClient;
import io.ambit.wire.chat.Plain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FromChatAnswerTest {
    private static final String EVENTS = "text/event-stream";
    private static final String JSON = "application/json";
    private static final String DONE = "data: [DONE]\n\n";
    private static final String USAGE = "data: {\"id\":\"c1\",\"choices\":[],\"usage\":{\"prompt_tokens\":50,"
            + "\"completion_tokens\":7,\"prompt_tokens_details\":{\"cached_tokens\":30}}}\n\n";

    private static String delta(String members) {
        return "data: {\"id\":\"c1\",\"model\":\"qwen\",\"choices\":[{\"index\":0,\"delta\":{" + members
                + "},\"finish_reason\":null}]}\n\n";
    }

    private static String finish(String reason) {
        return "data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason
                + "\"}]}\n\n";
    }

    private static String call(int index, String id, String name, String arguments) {
        return delta("\"tool_calls\":[{\"index\":" + index + (id.isEmpty() ? "" : ",\"id\":\"" + id + "\"")
                + ",\"type\":\"function\",\"function\":{" + (name.isEmpty() ? "" : "\"name\":\"" + name + "\",")
                + "\"arguments\":" + JsonStrings.quote(arguments) + "}}]");
    }

    private static String translated(
            String members, int status, String type, String body, @Nullable SplittableRandom random) {
        byte[] request = ("{\"model\":\"m\",\"messages\":[]" + members + "}").getBytes(StandardCharsets.UTF_8);
        AnswerTranslation answer = new AnthropicToChat().answer(request);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            out.writeBytes((answer.begin(status, type) + "\n").getBytes(StandardCharsets.UTF_8));
            for (int at = 0; at < bytes.length; ) {
                int length = random == null ? bytes.length : Math.min(bytes.length - at, 1 + random.nextInt(30));
                answer.pass(bytes, at, length, out);
                at += length;
            }
            answer.end(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static MessagesClient streamed(String body, @Nullable SplittableRandom random) {
        String out = translated(",\"stream\":true", 200, EVENTS, body, random);
        assertThat(out).startsWith("text/event-stream\n");
        MessagesClient client =
                MessagesClient.ofStream(out.substring(EVENTS.length() + 1).getBytes(StandardCharsets.UTF_8));
        assertThat(client.faults).isEmpty();
        return client;
    }

    private static MessagesClient whole(String body) {
        String out = translated("", 200, JSON, body, null);
        assertThat(out).startsWith("application/json\n");
        return MessagesClient.ofWhole(out.substring(JSON.length() + 1).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#twenty")
    void stream_text_isOneBlockWithUsageAtTheEnd(Seed seed) {
        MessagesClient client = streamed(
                delta("\"role\":\"assistant\",\"content\":\"\"") + ": ping\n\n" + delta("\"content\":\"hé \"")
                        + delta("\"content\":\"🙂\"") + finish("stop") + USAGE + DONE,
                seed.random());
        assertThat(client.blocks).containsExactly(new Block("text", "", "", "hé 🙂"));
        assertThat(client.ids).containsExactly("msg_c1");
        assertThat(client.finishes).containsExactly("end_turn");
        assertThat(client.stops).isEqualTo(1);
        assertThat(client.inputTokens).isEqualTo(20);
        assertThat(client.outputTokens).isEqualTo(7);
    }

    @Test
    void stream_everyPiece_isPassedOnAtOnce() throws IOException {
        AnswerTranslation answer =
                new AnthropicToChat().answer("{\"messages\":[],\"stream\":true}".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.begin(200, EVENTS);
        for (String piece : List.of("one", "two")) {
            byte[] bytes = delta("\"content\":\"" + piece + "\"").getBytes(StandardCharsets.UTF_8);
            answer.pass(bytes, 0, bytes.length, out);
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"text\":\"" + piece + "\"");
        }
    }

    @Test
    void stream_toolCallInPieces_isAToolUse() {
        MessagesClient client = streamed(
                delta("\"content\":\"so\"")
                        + call(0, "call_1", "re", "")
                        + call(0, "", "ad", "")
                        + call(0, "", "", "{\"p\"")
                        + call(0, "", "", ":1}")
                        + finish("tool_calls")
                        + DONE,
                null);
        assertThat(client.blocks)
                .containsExactly(new Block("text", "", "", "so"), new Block("tool_use", "call_1", "read", "{\"p\":1}"));
        assertThat(client.finishes).containsExactly("tool_use");
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#twenty")
    void stream_parallelCallsInTurns_followEachOther(Seed seed) {
        MessagesClient client = streamed(
                call(0, "c_a", "read", "{\"p\"")
                        + call(1, "c_b", "ls", "{")
                        + call(0, "", "", ":1}")
                        + call(1, "", "", "\"q\":2}")
                        + call(2, "c_c", "pwd", "")
                        + finish("tool_calls")
                        + DONE,
                seed.random());
        assertThat(client.blocks)
                .containsExactly(
                        new Block("tool_use", "c_a", "read", "{\"p\":1}"),
                        new Block("tool_use", "c_b", "ls", "{\"q\":2}"),
                        new Block("tool_use", "c_c", "pwd", "{}"));
    }

    @Test
    void stream_callsWithoutIdsOrIndexesAndAStop_areToolUsesOfTheirOwn() {
        MessagesClient client = streamed(
                delta("\"tool_calls\":[{\"function\":{\"name\":\"a\",\"arguments\":\"{}\"}}]") + finish("stop") + DONE,
                null);
        assertThat(client.blocks.get(0).id()).startsWith("toolu_");
        assertThat(client.finishes).containsExactly("tool_use");
    }

    @Test
    void stream_reasoning_isThinkingForWhoAskedForIt() {
        String body = delta("\"reasoning_content\":\"hm\"") + delta("\"content\":\"so\"") + finish("stop") + DONE;
        assertThat(streamed(body, null).blocks).containsExactly(new Block("text", "", "", "so"));
        String out = translated(",\"stream\":true,\"thinking\":{\"type\":\"adaptive\"}", 200, EVENTS, body, null);
        assertThat(MessagesClient.ofStream(out.getBytes(StandardCharsets.UTF_8)).blocks)
                .containsExactly(new Block("thinking", "", "", "hm"), new Block("text", "", "", "so"));
    }

    @Test
    void stream_errorAtOnceOrLater_isAnErrorEventAndNoEnd() {
        String error = "data: {\"error\":{\"message\":\"busy\",\"code\":503}}\n\n";
        for (String before : List.of("", delta("\"content\":\"so\""))) {
            MessagesClient client = streamed(before + error + finish("stop") + DONE, null);
            assertThat(client.errors).containsExactly("busy");
            assertThat(client.stops).isZero();
        }
        assertThat(streamed("{\"error\":\"no such model\"}", null).errors).containsExactly("no such model");
    }

    @Test
    void stream_brokenOff_hasNoEnd() {
        MessagesClient client = streamed(delta("\"content\":\"so\""), null);
        assertThat(client.stops).isZero();
        assertThat(client.finishes).isEmpty();
        assertThat(client.blocks).hasSize(1);
    }

    @Test
    void stream_wholeAnswerInstead_isStreamed() {
        MessagesClient client = streamed(
                "{\"id\":\"c\",\"choices\":[{\"message\":{\"content\":\"so\"},\"finish_reason\":\"length\"}]}", null);
        assertThat(client.blocks).containsExactly(new Block("text", "", "", "so"));
        assertThat(client.finishes).containsExactly("max_tokens");
    }

    @Test
    void whole_textAndParallelCalls_areOneMessage() {
        MessagesClient client = whole("{\"id\":\"c1\",\"model\":\"q\",\"choices\":[{\"index\":0,\"message\":{\"role\":"
                + "\"assistant\",\"content\":\"so\",\"tool_calls\":[{\"id\":\"a\",\"type\":\"function\",\"function\":"
                + "{\"name\":\"read\",\"arguments\":\"{\\\"p\\\":1}\"}},{\"id\":\"b\",\"type\":\"function\","
                + "\"function\":{\"name\":\"ls\",\"arguments\":\"oops\"}}]},\"finish_reason\":\"tool_calls\"}],"
                + "\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":2}}");
        assertThat(client.blocks)
                .containsExactly(
                        new Block("text", "", "", "so"),
                        new Block("tool_use", "a", "read", "{\"p\":1}"),
                        new Block("tool_use", "b", "ls", "{\"INVALID_JSON\":\"oops\"}"));
        assertThat(client.finishes).containsExactly("tool_use");
        assertThat(client.inputTokens).isEqualTo(5);
    }

    @Test
    void whole_errorOfTheUpstream_hasTheShapeOfTheClient() {
        String out = translated(
                ",\"stream\":true", 429, JSON, "{\"error\":{\"message\":\"slow down\",\"code\":\"rate\"}}", null);
        assertThat(out).startsWith("application/json\n");
        assertThat(Plain.read(out.substring(JSON.length() + 1)))
                .isEqualTo(Plain.read("{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":"
                        + "\"slow down\",\"code\":\"rate\"},\"request_id\":null}"));
        assertThat(translated("", 404, "text/html", "<h1>none</h1>", null))
                .contains("\"not_found_error\"")
                .contains("<h1>none</h1>");
        assertThat(translated(
                        "",
                        400,
                        JSON,
                        "{\"error\":{\"code\":\"context_length_exceeded\",\"message\":\"9 > 8\"}}",
                        null))
                .contains("prompt is too long: 9 > 8");
        assertThat(translated("", 200, JSON, "what", null)).contains("\"api_error\"");
    }
}
