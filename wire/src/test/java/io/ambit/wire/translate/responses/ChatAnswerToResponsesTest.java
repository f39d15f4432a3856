package io.ambit.wire.translate.responses;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import io.ambit.testkit.Seed;
import io.ambit.wire.AnswerTranslation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatAnswerToResponsesTest {
    private static final String TOOLS = "\"tools\":[{\"type\":\"function\",\"name\":\"read\"},{\"type\":\"namespace\","
            + "\"name\":\"agents\",\"tools\":[{\"type\":\"function\",\"name\":\"close\"}]}]";
    private static final String USAGE = "\"usage\":{\"prompt_tokens\":30,\"completion_tokens\":7,\"total_tokens\":37,"
            + "\"prompt_tokens_details\":{\"cached_tokens\":20},\"completion_tokens_details\":{\"reasoning_tokens\":3}}";

    private final AnswerTranslation streamed =
            new ResponsesToChat().answer(Utf8.encode("{\"input\":\"x\",\"stream\":true," + TOOLS + "}"));
    private final AnswerTranslation plain =
            new ResponsesToChat().answer(Utf8.encode("{\"input\":\"x\"," + TOOLS + "}"));

    private static String chunk(String delta, String finish) {
        return "data: {\"id\":\"chatcmpl-1\",\"created\":17,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{"
                + delta + "},\"finish_reason\":" + finish + "}]}\n\n";
    }

    private static String call(int index, String rest) {
        return chunk("\"tool_calls\":[{\"index\":" + index + "," + rest + "}]", "null");
    }

    private static String end(String finish) {
        return chunk("", "\"" + finish + "\"") + "data: {\"id\":\"chatcmpl-1\",\"choices\":[]," + USAGE
                + "}\n\ndata: [DONE]\n\n";
    }

    private static String run(AnswerTranslation translation, int status, String sent) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = Utf8.encode(sent);
        SplittableRandom random = new Seed(bytes.length).random();
        try {
            String type = translation.begin(status, "text/event-stream");
            for (int at = 0; at < bytes.length; ) {
                int length = Math.min(bytes.length - at, 1 + random.nextInt(20));
                translation.pass(bytes, at, length, out);
                at += length;
            }
            translation.end(out);
            return type + "\n" + Utf8.decode(out.toByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The data of its events, checked for what holds of all of them. */
    private static List<Json> events(String answer) {
        assertThat(answer).startsWith("text/event-stream\n");
        List<Json> events = new ArrayList<>();
        String name = "";
        for (String line : answer.substring(answer.indexOf('\n') + 1).split("\n", -1)) {
            if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                Json event = Json.parse(line.substring(6));
                assertThat(event.text("type")).isEqualTo(name);
                assertThat(((Json.Num) event.get("sequence_number")).asLong(-1)).isEqualTo(events.size());
                events.add(event);
            }
        }
        return events;
    }

    private static List<String> types(List<Json> events) {
        return events.stream()
                .map(event -> event.text("type").replace("response.", ""))
                .toList();
    }

    private static Json last(List<Json> events) {
        return events.get(events.size() - 1).get("response");
    }

    @Test
    void stream_text_hasTheEventsOfAResponse() {
        List<Json> events = events(run(
                streamed,
                200,
                chunk("\"role\":\"assistant\",\"content\":\"\"", "null") + ": ping\n\n"
                        + chunk("\"content\":\"h\\u00e9 \"", "null") + chunk("\"content\":\"🙂\"", "null")
                        + end("stop")));

        assertThat(types(events))
                .containsExactly(
                        "created",
                        "in_progress",
                        "output_item.added",
                        "content_part.added",
                        "output_text.delta",
                        "output_text.delta",
                        "output_text.done",
                        "content_part.done",
                        "output_item.done",
                        "completed");
        assertThat(events.get(6).text("text")).isEqualTo("hé 🙂");
        Json response = last(events);
        assertThat(response.text("status")).isEqualTo("completed");
        assertThat(response.text("id")).isEqualTo("resp_chatcmpl-1");
        Json item = response.get("output").items().get(0);
        assertThat(item.get("content").items().get(0).text("text")).isEqualTo("hé 🙂");
        assertThat(item.text("id")).isEqualTo(events.get(2).get("item").text("id"));
        assertThat(number(response.get("usage"), "input_tokens")).isEqualTo(30);
        assertThat(number(response.get("usage").get("input_tokens_details"), "cached_tokens"))
                .isEqualTo(20);
        assertThat(number(response.get("usage").get("output_tokens_details"), "reasoning_tokens"))
                .isEqualTo(3);
    }

    private static long number(Json object, String name) {
        return ((Json.Num) object.get(name)).asLong(-1);
    }

    @Test
    void stream_notesTextAndCall_areItemsOfTheirOwn() {
        List<Json> events = events(run(
                streamed,
                200,
                chunk("\"reasoning_content\":\"hm\"", "null")
                        + chunk("\"content\":\"I look\"", "null")
                        + call(0, "\"id\":\"call_1\",\"function\":{\"name\":\"agents__close\",\"arguments\":\"\"}")
                        + call(0, "\"function\":{\"arguments\":\"{\\\"a\\\":\"}")
                        + call(0, "\"function\":{\"arguments\":\"1}\"}")
                        + end("tool_calls")));

        List<Json> output = last(events).get("output").items();
        assertThat(output.stream().map(item -> item.text("type")))
                .containsExactly("reasoning", "message", "function_call");
        Json call = output.get(2);
        assertThat(call.text("name")).isEqualTo("close");
        assertThat(call.text("namespace")).isEqualTo("agents");
        assertThat(call.text("call_id")).isEqualTo("call_1");
        assertThat(call.text("arguments")).isEqualTo("{\"a\":1}");
        assertThat(types(events))
                .containsSubsequence(
                        "reasoning_text.delta",
                        "output_item.done",
                        "output_text.delta",
                        "output_item.done",
                        "output_item.added",
                        "function_call_arguments.delta",
                        "function_call_arguments.done",
                        "output_item.done",
                        "completed");
    }

    @Test
    void stream_parallelCallsInTurns_areToldApartByTheirIndex() {
        List<Json> events = events(run(
                streamed,
                200,
                call(0, "\"id\":\"call_1\",\"function\":{\"name\":\"read\",\"arguments\":\"{\\\"p\\\"\"}")
                        + call(1, "\"id\":\"call_2\",\"function\":{\"name\":\"read\",\"arguments\":\"\"}")
                        + call(0, "\"function\":{\"arguments\":\":1}\"}")
                        + call(1, "\"function\":{\"arguments\":\"{\\\"p\\\":2}\"}")
                        + end("tool_calls")));

        List<Json> output = last(events).get("output").items();
        assertThat(output.stream().map(item -> item.text("arguments"))).containsExactly("{\"p\":1}", "{\"p\":2}");
        for (Json event : events) {
            if (event.text("type").endsWith("arguments.delta")) {
                int index = (int) number(event, "output_index");
                assertThat(event.text("item_id")).isEqualTo(output.get(index).text("id"));
            }
        }
    }

    @Test
    void stream_callWithoutArguments_hasAnEmptyObject() {
        List<Json> events = events(run(
                streamed,
                200,
                call(0, "\"id\":\"call_1\",\"function\":{\"name\":\"read\",\"arguments\":\"\"}") + end("tool_calls")));

        assertThat(last(events).get("output").items().get(0).text("arguments")).isEqualTo("{}");
    }

    @Test
    void stream_tooLong_isIncomplete() {
        List<Json> events = events(run(streamed, 200, chunk("\"content\":\"a\"", "null") + end("length")));

        assertThat(last(events).text("status")).isEqualTo("incomplete");
        assertThat(last(events).get("incomplete_details").text("reason")).isEqualTo("max_output_tokens");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"error\":{\"message\":\"boom\",\"type\":\"t\",\"code\":500}}\n\n",
                "{\"error\":{\"message\":\"boom\",\"type\":\"t\",\"code\":500}}",
                "data: {\"error\":\"boom\"}\n\n"
            })
    void stream_beginsWithAnError_failsWithIt(String sent) {
        List<Json> events = events(run(streamed, 200, sent));

        assertThat(types(events)).endsWith("error", "failed").doesNotContain("completed");
        assertThat(last(events).get("error").text("message")).isEqualTo("boom");
    }

    @Test
    void stream_errorInItsMidst_endsWithIt() {
        List<Json> events = events(run(
                streamed,
                200,
                chunk("\"content\":\"a\"", "null") + "data: {\"error\":{\"message\":\"boom\"}}\n\n" + end("stop")));

        assertThat(types(events)).endsWith("output_text.delta", "error", "failed");
    }

    @Test
    void stream_droppedBeforeItsEnd_doesNotLookComplete() {
        String sent = chunk("\"content\":\"a\"", "null");
        List<Json> events = events(run(streamed, 200, sent + sent.substring(0, sent.length() / 2)));

        assertThat(types(events)).endsWith("error", "failed").doesNotContain("completed");
    }

    @Test
    void stream_wholeAnswerInItsPlace_isToldAsEvents() {
        List<Json> events = events(run(
                streamed,
                200,
                " {\"id\":\"c\",\"choices\":[{\"message\":{\"content\":\"hi\",\"tool_calls\":[{\"id\":\"call_1\","
                        + "\"function\":{\"name\":\"read\",\"arguments\":{\"p\": 1}}}]},"
                        + "\"finish_reason\":\"tool_calls\"}]," + USAGE + "}"));

        assertThat(last(events).get("output").items()).hasSize(2);
        assertThat(last(events).get("output").items().get(1).text("arguments")).isEqualTo("{\"p\":1}");
    }

    @Test
    void stream_laterRound_beginsAnew() {
        events(run(streamed, 200, chunk("\"content\":\"a\"", "null") + end("stop")));
        List<Json> events = events(run(
                streamed, 200, (chunk("\"content\":\"b\"", "null") + end("stop")).replace("chatcmpl-1", "chatcmpl-2")));

        assertThat(last(events).text("id")).isEqualTo("resp_chatcmpl-2");
        assertThat(last(events).get("output").items()).hasSize(1);
    }

    @Test
    void whole_textAndCalls_areItems() {
        String answer = run(
                plain,
                200,
                "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
                        + "\"reasoning\":\"hm\",\"content\":\"hi\",\"refusal\":null,\"tool_calls\":["
                        + "{\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"read\",\"arguments\":\"{}\"}},"
                        + "{\"id\":\"call_2\",\"type\":\"function\",\"function\":{\"name\":\"agents__close\","
                        + "\"arguments\":\"{}\"}}]},\"finish_reason\":\"tool_calls\"}]," + USAGE + "}");

        assertThat(answer).startsWith("application/json\n");
        Json response = Json.parse(answer.substring(answer.indexOf('\n')));
        assertThat(response.text("object")).isEqualTo("response");
        assertThat(response.text("status")).isEqualTo("completed");
        assertThat(response.get("output").items().stream().map(item -> item.text("type")))
                .containsExactly("reasoning", "message", "function_call", "function_call");
        assertThat(response.get("output").items().get(3).text("namespace")).isEqualTo("agents");
        assertThat(number(response.get("usage"), "total_tokens")).isEqualTo(37);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void error_beforeAnAnswer_keepsWhatItSays(boolean stream) {
        String answer = run(
                stream ? streamed : plain,
                429,
                "{\"error\":{\"message\":\"slow\",\"type\":\"requests\",\"code\":\"rate\"}}");

        assertThat(answer)
                .isEqualTo("application/json\n{\"error\":{\"message\":\"slow\",\"type\":\"requests\",\"param\":null,"
                        + "\"code\":\"rate\"}}");
    }

    @Test
    void error_thatIsNoJson_isWrapped() {
        String answer = run(plain, 502, "<html>bad gateway</html>");

        Json error = Json.parse(answer.substring(answer.indexOf('\n'))).get("error");
        assertThat(error.text("message")).contains("bad gateway");
    }
}
