package io.ambit.wire.translate.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.text.Json;
import io.ambit.wire.AnswerTranslation;
import io.ambit.wire.UntranslatableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatToOllamaTest {
    private static final String ASKED = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]";
    private static final String START = "{\"model\":\"m\",\"created_at\":\"2026-01-02T03:04:05Z\",";
    private static final String END =
            "\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":7,\"eval_count\":2}";
    private static final String CALLS = "\"tool_calls\":[{\"function\":{\"name\":\"a\",\"arguments\":{\"x\": 1}}},"
            + "{\"function\":{\"name\":\"b\",\"arguments\":{}}}]";

    private static String request(String body) {
        return new String(
                new ChatToOllama(8192).request(body.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /** The answer, its bytes coming in pieces of {@code piece}. */
    private static String answer(String asked, int status, String body, int piece) throws IOException {
        AnswerTranslation translation = new ChatToOllama(0).answer(asked.getBytes(StandardCharsets.UTF_8));
        translation.begin(status, "application/x-ndjson");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int from = 0; from < bytes.length; from += piece) {
            translation.pass(bytes, from, Math.min(piece, bytes.length - from), out);
        }
        translation.end(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void request_textAndOptions_areCarriedOverWithTheWindow() {
        assertThat(request(ASKED + ",\"temperature\":0.5,\"max_tokens\":100,\"stop\":\"x\",\"seed\":1,\"user\":\"u\","
                        + "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"n\",\"schema\":"
                        + "{\"type\":\"object\"}}}}"))
                .isEqualTo("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],\"stream\":false,"
                        + "\"format\":{\"type\":\"object\"},\"options\":{\"temperature\":0.5,\"seed\":1,"
                        + "\"stop\":[\"x\"],\"num_predict\":100,\"num_ctx\":8192},\"truncate\":false}");
    }

    @Test
    void request_toolsAndParallelCalls_areCarriedOverWithTheirResults() {
        String tools = "[{\"type\":\"function\",\"function\":{\"name\":\"a\",\"parameters\":{}}}]";
        Json sent = Json.parse(request("{\"model\":\"m\",\"stream\":true,\"tools\":" + tools + ",\"messages\":["
                + "{\"role\":\"developer\",\"content\":[{\"type\":\"text\",\"text\":\"be\"}]},"
                + "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":["
                + "{\"id\":\"1\",\"type\":\"function\",\"function\":{\"name\":\"a\",\"arguments\":\"{\\\"x\\\":1}\"}},"
                + "{\"id\":\"2\",\"type\":\"function\",\"function\":{\"name\":\"b\",\"arguments\":\"\"}}]},"
                + "{\"role\":\"tool\",\"tool_call_id\":\"2\",\"content\":\"of b\"},"
                + "{\"role\":\"tool\",\"tool_call_id\":\"1\",\"content\":\"of a\"}]}"));
        var messages = sent.get("messages").items();
        assertThat(messages.get(0).text("role")).isEqualTo("system");
        assertThat(messages.get(1)
                        .get("tool_calls")
                        .items()
                        .get(0)
                        .get("function")
                        .get("arguments"))
                .isInstanceOf(Json.Obj.class);
        assertThat(messages.get(2).text("tool_name")).isEqualTo("b");
        assertThat(messages.get(3).text("tool_name")).isEqualTo("a");
        assertThat(sent.get("tools").items()).hasSize(1);
        assertThat(sent.get("stream"))
                .isInstanceOfSatisfying(
                        Json.Bool.class, stream -> assertThat(stream.value()).isTrue());
    }

    @Test
    void request_imageThatIsSentAlong_becomesBase64() {
        String image =
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"see\"},"
                        + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"%s\"}}]}]}";
        assertThat(request(image.formatted("data:image/png;base64,AAAA")))
                .contains("\"content\":\"see\",\"images\":[\"AAAA\"]");
        assertThatThrownBy(() -> request(image.formatted("https://somewhere/x.png")))
                .isInstanceOf(UntranslatableException.class)
                .hasMessageContaining("image by its address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"n\":2",
                "\"logprobs\":true",
                "\"logit_bias\":{\"1\":2}",
                "\"audio\":{}",
                "\"tool_choice\":\"required\"",
                "\"tools\":[{\"type\":\"custom\",\"custom\":{}}]",
                "\"response_format\":{\"type\":\"grammar\"}"
            })
    void request_whatHasNoCounterpart_isNamed(String field) {
        String name = field.substring(1, field.indexOf('"', 1));
        assertThatThrownBy(() -> request(ASKED + "," + field + "}"))
                .isInstanceOf(UntranslatableException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 10_000})
    void answer_stream_becomesEventsWithAnEnd(int piece) throws IOException {
        String lines = START
                + "\"message\":{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\"hm\"},\"done\":false}\n"
                + START + "\"message\":{\"role\":\"assistant\",\"content\":\"h\u00e9 \ud83d\ude42\"},\"done\":false}\n"
                + START + "\"message\":{\"role\":\"assistant\",\"content\":\"\"}," + END + "\n";
        String events =
                answer(ASKED + ",\"stream\":true,\"stream_options\":{\"include_usage\":true}}", 200, lines, piece);
        assertThat(events)
                .contains("\"delta\":{\"role\":\"assistant\",\"content\":\"\"}")
                .contains("\"delta\":{\"reasoning\":\"hm\"}")
                .contains("\"delta\":{\"content\":\"h\u00e9 \ud83d\ude42\"}")
                .contains("\"finish_reason\":\"stop\"")
                .contains("\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2,\"total_tokens\":9}")
                .endsWith("data: [DONE]\n\n");
        assertThat(events.split("\n\n", -1)).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answer_parallelCalls_haveIdsIndexesAndArgumentsAsText(boolean stream) throws IOException {
        String body = START + "\"message\":{\"role\":\"assistant\",\"content\":\"\"," + CALLS + "}," + END + "\n";
        String said = answer(ASKED + ",\"stream\":" + stream + "}", 200, body, 10);
        assertThat(said)
                .contains("\"index\":0,\"id\":\"call_")
                .contains("\"index\":1,\"id\":\"call_")
                .contains("\"name\":\"a\",\"arguments\":\"{\\\"x\\\": 1}\"")
                .contains("\"finish_reason\":\"tool_calls\"");
    }

    @Test
    void answer_whole_becomesOne() throws IOException {
        Json said = Json.parse(
                answer(ASKED + "}", 200, START + "\"message\":{\"role\":\"assistant\",\"content\":\"hi\"}," + END, 3));
        assertThat(said.text("object")).isEqualTo("chat.completion");
        assertThat(said.get("choices").items().get(0).get("message").text("content"))
                .isEqualTo("hi");
        assertThat(said.get("usage").get("total_tokens"))
                .isInstanceOfSatisfying(
                        Json.Num.class, number -> assertThat(number.asLong(0)).isEqualTo(9));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answer_errorStatus_isAnErrorOfChat(boolean stream) throws IOException {
        Json said = Json.parse(answer(
                ASKED + ",\"stream\":" + stream + "}",
                400,
                "{\"error\":\"{\\\"type\\\":\\\"exceed_context_size_error\\\"}\"}",
                5));
        assertThat(said.get("error").text("code")).isEqualTo("context_length_exceeded");
        assertThat(said.get("error").text("type")).isEqualTo("invalid_request_error");
    }

    @Test
    void answer_errorInTheStreamOrNoEnd_doesNotLookComplete() throws IOException {
        String begun = START + "\"message\":{\"role\":\"assistant\",\"content\":\"a\"},\"done\":false}\n";
        for (String rest : new String[] {"{\"error\":\"broke\"}\n", "", "{\"mess"}) {
            String events = answer(ASKED + ",\"stream\":true}", 200, begun + rest, 9);
            assertThat(events)
                    .contains("{\"error\":{\"message\":")
                    .doesNotContain("[DONE]")
                    .doesNotContain("\"finish_reason\":\"stop\"");
        }
    }
}
