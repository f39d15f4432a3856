package io.ambit.wire.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.Usage;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.answer.Carried;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Answers as servers really give them, and as they break. */
class AnthropicAnswerTest {
    private static final String STREAM = "text/event-stream";
    private static final String JSON = "application/json";
    private static final String STOP = event("message_stop", "");

    private final AnthropicCodec codec = new AnthropicCodec();
    private final WireAnswer answer = codec.answer(codec.parse(bytes("{\"messages\":[],\"stream\":true}")), true);
    private final Carried carried = new Carried(answer, null);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String event(String type, String members) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + (members.isEmpty() ? "" : ",") + members
                + "}\n\n";
    }

    private static String start(String id, int input) {
        return event(
                "message_start",
                "\"message\":{\"id\":\"" + id + "\",\"content\":[],\"usage\":{\"input_tokens\":" + input + "}}");
    }

    private static String call(int index, String id, String name) {
        return event(
                        "content_block_start",
                        "\"index\":" + index + ",\"content_block\":{\"type\":\"tool_use\",\"id\":\"" + id
                                + "\",\"name\":\"" + name + "\",\"input\":{}}")
                + event("content_block_stop", "\"index\":" + index);
    }

    private static String text(int index, String text) {
        return event(
                        "content_block_start",
                        "\"index\":" + index + ",\"content_block\":{\"type\":\"text\",\"text\":\"\"}")
                + event(
                        "content_block_delta",
                        "\"index\":" + index + ",\"delta\":{\"type\":\"text_delta\",\"text\":\"" + text + "\"}")
                + event("content_block_stop", "\"index\":" + index);
    }

    private static String delta(String reason, String usage) {
        return event("message_delta", "\"delta\":{\"stop_reason\":\"" + reason + "\"},\"usage\":{" + usage + "}");
    }

    @Test
    void pass_hiddenRound_goesOnInTheSameMessageWithTheUsageOfTheLast() {
        carried.round(
                STREAM,
                bytes(start("a", 10)
                        + text(0, "so")
                        + call(1, "h", "context_retrieve")
                        + delta("tool_use", "\"output_tokens\":3")
                        + STOP));
        assertThat(carried.text()).isEqualTo(start("a", 10) + text(0, "so"));
        assertThat(carried.needed).containsExactly(true);

        carried.round(
                STREAM, bytes(start("b", 90) + text(0, "found") + delta("end_turn", "\"output_tokens\":4") + STOP));

        assertThat(carried.text())
                .isEqualTo(start("a", 10)
                        + text(0, "so")
                        + text(1, "found")
                        + delta("end_turn", "\"input_tokens\":90,\"output_tokens\":4")
                        + STOP);
        assertThat(answer.rounds()).containsExactly(new Usage(10, -1, 3), new Usage(90, -1, 4));
        assertThat(answer.reply().message().text()).isEqualTo("so\nfound");
    }

    @Test
    void pass_hiddenCallsInTheLastRound_endTheTurn() {
        String hidden = start("a", 1) + call(0, "h", "context_retrieve");
        carried.round(200, STREAM, "", bytes(hidden + delta("tool_use", "\"output_tokens\":3") + STOP), true);
        assertThat(carried.text()).isEqualTo(start("a", 1) + delta("end_turn", "\"output_tokens\":3") + STOP);
        assertThat(answer.reply().finish()).isEqualTo("end_turn");
        assertThat(carried.needed).containsExactly(false);
    }

    @Test
    void pass_hiddenCallThatWasCutShort_isLeftOutAndNotAnswered() {
        carried.round(
                STREAM,
                bytes(start("a", 1)
                        + call(0, "h", "context_retrieve")
                        + delta("max_tokens", "\"output_tokens\":3")
                        + STOP));
        assertThat(carried.text()).isEqualTo(start("a", 1) + delta("max_tokens", "\"output_tokens\":3") + STOP);
        assertThat(carried.hidden.get(0)).isEmpty();
    }

    @Test
    void pass_errorInTheMidst_passesAndIsNoted() {
        String error = event("error", "\"error\":{\"type\":\"overloaded_error\",\"message\":\"busy\"}");
        String body = start("a", 1) + text(0, "so") + error;
        carried.round(STREAM, bytes(body));
        assertThat(carried.text()).isEqualTo(body);
        assertThat(answer.reply().error()).isEqualTo("busy");
        assertThat(answer.reply().complete()).isFalse();
    }

    @Test
    void pass_droppedInTheMidstOfAHiddenCall_showsNothingOfIt() {
        String open = "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,"
                + "\"content_block\":{\"type\":\"tool_use\",\"id\":\"h\",\"name\":\"context_retrieve\",\"input\":{}}}\n\n";
        String cutOff = "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"del";
        carried.round(STREAM, bytes(start("a", 1) + open + cutOff));
        assertThat(carried.text()).isEqualTo(start("a", 1));
        assertThat(answer.reply().complete()).isFalse();
        assertThat(carried.hidden.get(0)).isEmpty();
    }

    @Test
    void pass_jsonErrorInsteadOfAStream_passesAsItIs() {
        String body = "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"no\"}}";
        carried.round(400, JSON, "", bytes(body), false);
        assertThat(carried.text()).isEqualTo(body);
        assertThat(answer.reply().error()).isEqualTo("no");
        assertThat(answer.reply().message()).isNull();
    }

    @Test
    void pass_laterRoundThatIsNoStream_isAnErrorInTheStream() {
        carried.round(
                STREAM,
                bytes(start("a", 1)
                        + call(0, "h", "context_retrieve")
                        + delta("tool_use", "\"output_tokens\":3")
                        + STOP));
        carried.round(500, JSON, "", bytes("{\"type\":\"error\",\"error\":{\"message\":\"no\"}}"), false);
        assertThat(carried.text())
                .isEqualTo(
                        start("a", 1) + "event: error\ndata: {\"type\":\"error\",\"error\":{\"message\":\"no\"}}\n\n");
        assertThat(answer.reply().error()).isEqualTo("no");
    }

    @Test
    void pass_packedAnswer_isReadBesideAndPassesAsItCame() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(start("a", 8) + text(0, "hé") + delta("end_turn", "\"output_tokens\":2") + STOP));
        }
        carried.round(200, STREAM, "gzip", packed.toByteArray(), false);
        assertThat(carried.bytes.toByteArray()).isEqualTo(packed.toByteArray());
        assertThat(answer.reply().message().text()).isEqualTo("hé");
        assertThat(answer.rounds()).containsExactly(new Usage(8, -1, 2));
    }

    @Test
    void usage_partsOfTheInput_areAddedUp() {
        carried.round(
                JSON,
                bytes("{\"type\":\"message\",\"content\":[],\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":5,"
                        + "\"cache_read_input_tokens\":100,\"cache_creation_input_tokens\":30,\"output_tokens\":2,"
                        + "\"server_tool_use\":{\"web_search_requests\":1}}}"));
        assertThat(answer.rounds()).containsExactly(new Usage(135, 100, 2));
    }
}
