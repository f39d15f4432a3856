package io.ambit.wire.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.session.Usage;
import io.ambit.testkit.Seed;
import io.ambit.wire.Reply;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.answer.Carried;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers as servers really give them, and as they break. */
class OpenAiChatAnswerTest {
    private static final String STREAM = "text/event-stream";
    private static final String JSON = "application/json";
    private static final String DONE = "data: [DONE]\n\n";
    private static final String USAGE =
            "data: {\"id\":\"a\",\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2}}\n\n";

    private final OpenAiChatCodec codec = new OpenAiChatCodec();

    private WireAnswer answer(String requestMembers, boolean hide) {
        return codec.answer(
                codec.parse(("{\"messages\":[]" + requestMembers + "}").getBytes(StandardCharsets.UTF_8)), hide);
    }

    private Carried carried(boolean hide) {
        return new Carried(answer(",\"stream\":true", hide), null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String delta(String id, String members) {
        return "data: {\"id\":\"" + id
                + "\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":"
                + "[{\"index\":0,\"delta\":{" + members + "},\"finish_reason\":null}]}\n\n";
    }

    private static String role(String id) {
        return delta(id, "\"role\":\"assistant\",\"content\":\"\"");
    }

    private static String call(String id, int index, String callId, String name, String arguments) {
        return delta(
                id,
                "\"tool_calls\":[{\"index\":" + index + ",\"id\":\"" + callId
                        + "\",\"type\":\"function\",\"function\":{\"name\":\"" + name + "\",\"arguments\":\""
                        + arguments + "\"}}]");
    }

    private static String more(String id, int index, String arguments) {
        return delta(
                id, "\"tool_calls\":[{\"index\":" + index + ",\"function\":{\"arguments\":\"" + arguments + "\"}}]");
    }

    private static String finish(String id, String reason) {
        return "data: {\"id\":\"" + id + "\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason
                + "\"}]}\n\n";
    }

    private static String hiddenRound(String id) {
        return role(id)
                + call(id, 0, "h_" + id, "context_retrieve", "")
                + more(id, 0, "{}")
                + finish(id, "tool_calls")
                + USAGE
                + DONE;
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void pass_cannedAnswerUnderAnyChunking_isReadAndLeftAsItCame(Seed seed) {
        String body = role("a")
                + delta("a", "\"content\":\"hé 🙂\"")
                + call("a", 0, "c1", "read", "")
                + more("a", 0, "{\\\"p\\\":1}")
                + finish("a", "tool_calls")
                + USAGE
                + DONE;
        for (boolean hide : new boolean[] {false, true}) {
            WireAnswer answer = answer(",\"stream\":true", hide);
            Carried carried = new Carried(answer, seed.random()).round(STREAM, bytes(body));
            assertThat(carried.text()).as("%s", seed).isEqualTo(body);
            Message message = answer.reply().message();
            assertThat(message.parts().get(0).text()).as("%s", seed).isEqualTo("hé 🙂");
            assertThat(message.parts().get(1))
                    .isEqualTo(new Part.ToolCall(
                            "c1", "read", "{\"p\":1}", message.parts().get(1).span()));
            assertThat(answer.reply().fingerprint()).isEqualTo("c1");
            assertThat(answer.rounds()).containsExactly(new Usage(9, -1, 2));
        }
    }

    @Test
    void pass_textAndUndecidedCall_passTextAtOnceAndHoldTheCall() throws IOException {
        WireAnswer answer = answer(",\"stream\":true", true);
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        answer.begin(200, STREAM, "");
        String text = role("a") + delta("a", "\"content\":\"so\"");
        pass(answer, text, client);
        assertThat(client.toString(StandardCharsets.UTF_8)).isEqualTo(text);
        pass(answer, call("a", 0, "c1", "context_", ""), client);
        assertThat(client.toString(StandardCharsets.UTF_8)).isEqualTo(text);
        pass(
                answer,
                delta("a", "\"tool_calls\":[{\"index\":0,\"function\":{\"name\":\"mine\",\"arguments\":\"\"}}]"),
                client);
        assertThat(ChatClient.ofStream(client.toByteArray()).calls.get(0).name())
                .isEqualTo("context_mine");
        String last = finish("a", "tool_calls");
        pass(answer, last, client);
        assertThat(client.toString(StandardCharsets.UTF_8)).endsWith(last);
        assertThat(answer.end(false, client)).isEmpty();
        assertThat(answer.needsRound()).isFalse();
    }

    private static void pass(WireAnswer answer, String text, ByteArrayOutputStream client) throws IOException {
        answer.pass(bytes(text), 0, bytes(text).length, client);
    }

    @Test
    void end_hiddenCallOnly_holdsBackTheEndAndGoesOnAsOneMessage() {
        Carried carried = carried(true).round(STREAM, bytes(hiddenRound("a")));
        assertThat(carried.text()).isEqualTo(role("a"));
        assertThat(carried.needed).containsExactly(true);
        assertThat(carried.hidden.get(0)).hasSize(1);
        assertThat(Plain.read("[" + carried.exchanges.get(0) + "]"))
                .isEqualTo(
                        Plain.read("[{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"h_a\",\"type\":"
                                + "\"function\",\"function\":{\"name\":\"context_retrieve\",\"arguments\":\"{}\"}}]},"
                                + "{\"role\":\"tool\",\"tool_call_id\":\"h_a\",\"content\":\"r h_a\"}]"));

        carried.round(STREAM, bytes(role("b") + delta("b", "\"content\":\"x\"") + finish("b", "stop") + USAGE + DONE));
        assertThat(carried.text())
                .isEqualTo(role("a") + delta("a", "\"content\":\"x\"") + finish("a", "stop") + USAGE + DONE);
        assertThat(carried.needed).containsExactly(true, false);
    }

    @Test
    void end_hiddenBesideTheClientsOwnCall_leavesTheHiddenOut() {
        String body = role("a")
                + call("a", 0, "h", "context_retrieve", "{}")
                + call("a", 1, "c", "read", "{")
                + more("a", 1, "}")
                + finish("a", "tool_calls")
                + USAGE
                + DONE;
        Carried carried = carried(true).round(STREAM, bytes(body));
        assertThat(carried.text())
                .isEqualTo(role("a")
                        + call("a", 0, "c", "read", "{")
                        + more("a", 0, "}")
                        + finish("a", "tool_calls")
                        + USAGE
                        + DONE);
        assertThat(carried.needed).containsExactly(false);
        assertThat(carried.hidden.get(0)).extracting(Part.ToolCall::id).containsExactly("h");
    }

    @Test
    void end_hiddenCallsInTheLastRound_closesTheMessage() {
        WireAnswer answer = answer(",\"stream\":true", true);
        Carried carried = new Carried(answer, null).round(200, STREAM, "", bytes(hiddenRound("a")), true);
        assertThat(carried.text()).isEqualTo(role("a") + finish("a", "stop") + USAGE + DONE);
        assertThat(carried.needed).containsExactly(false);
        assertThat(answer.reply().finish()).isEqualTo("stop");
        assertThat(answer.reply().message().parts()).isEmpty();
    }

    @Test
    void end_hiddenCallCutOffByTheLength_asksNoMore() {
        String body =
                role("a") + call("a", 0, "h", "context_retrieve", "{\\\"it") + finish("a", "length") + USAGE + DONE;
        Carried carried = carried(true).round(STREAM, bytes(body));
        assertThat(carried.text()).isEqualTo(role("a") + finish("a", "length") + USAGE + DONE);
        assertThat(carried.hidden.get(0)).isEmpty();
        assertThat(carried.needed).containsExactly(false);
    }

    @Test
    void end_streamDropsInAHiddenCall_isIncompleteAndAsksNoMore() {
        String whole = role("a") + call("a", 0, "h", "context_retrieve", "{}");
        for (int cut = 0; cut < bytes(whole).length; cut++) {
            WireAnswer answer = answer(",\"stream\":true", true);
            Carried carried = new Carried(answer, null).round(STREAM, Arrays.copyOf(bytes(whole), cut));
            assertThat(carried.text()).doesNotContain("context_retrieve");
            assertThat(carried.hidden.get(0)).isEmpty();
            assertThat(carried.needed).containsExactly(false);
            assertThat(answer.reply().complete()).isFalse();
        }
    }

    @Test
    void end_errorInTheMiddleOfAStream_passesAndIsReported() {
        String failure = "data: {\"error\":{\"message\":\"overloaded\",\"type\":\"server_error\"}}\n\n";
        for (boolean hide : new boolean[] {false, true}) {
            WireAnswer answer = answer(",\"stream\":true", hide);
            String body = role("a") + delta("a", "\"content\":\"x\"") + failure;
            Carried carried = new Carried(answer, null).round(STREAM, bytes(body));
            assertThat(carried.text()).isEqualTo(body);
            assertThat(answer.reply().error()).isEqualTo("overloaded");
            assertThat(answer.reply().complete()).isFalse();
            assertThat(answer.reply().message().text()).isEqualTo("x");
        }
    }

    @Test
    void end_jsonErrorInsteadOfAStream_passesAsItIs() {
        String body = "{\"error\":{\"code\":400,\"message\":\"request (9031 tokens) exceeds\"}}";
        for (String type : List.of(STREAM, JSON, "")) {
            for (int status : new int[] {200, 400}) {
                WireAnswer answer = answer(",\"stream\":true", true);
                Carried carried = new Carried(answer, null).round(status, type, "", bytes(body), false);
                assertThat(carried.text()).isEqualTo(body);
                assertThat(answer.reply().error()).isEqualTo("request (9031 tokens) exceeds");
                assertThat(answer.reply().message()).isNull();
                assertThat(answer.reply().fingerprint()).isEmpty();
            }
        }
    }

    @Test
    void end_textWithAnErrorStatus_isReportedAsItIs() {
        WireAnswer answer = answer("", true);
        Carried carried = new Carried(answer, null).round(502, "text/html", "", bytes("<h1>Bad</h1>"), false);
        assertThat(carried.text()).isEqualTo("<h1>Bad</h1>");
        assertThat(answer.reply().error()).isEqualTo("<h1>Bad</h1>");
    }

    @Test
    void end_laterRoundRefused_tellsTheClientInItsStream() {
        WireAnswer answer = answer(",\"stream\":true", true);
        Carried carried = new Carried(answer, null)
                .round(STREAM, bytes(hiddenRound("a")))
                .round(500, JSON, "", bytes("{\n\"error\":{\"message\":\"no\"}}"), false);
        assertThat(carried.text()).isEqualTo(role("a") + "data: { \"error\":{\"message\":\"no\"}}\n\n");
        assertThat(answer.reply().error()).isEqualTo("no");
        carried = carried(true).round(STREAM, bytes(hiddenRound("a"))).round(502, "text/plain", "", bytes("?"), false);
        assertThat(ChatClient.ofStream(carried.bytes.toByteArray()).errors.get(0))
                .contains("status 502");
    }

    @Test
    void end_gzip_passesAndIsReadNevertheless() throws IOException {
        String body = role("a") + delta("a", "\"content\":\"x\"") + finish("a", "stop") + USAGE + DONE;
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(body));
        }
        WireAnswer answer = answer(",\"stream\":true", false);
        Carried carried =
                new Carried(answer, new Seed(1).random()).round(200, STREAM, "gzip", packed.toByteArray(), false);
        assertThat(carried.bytes.toByteArray()).isEqualTo(packed.toByteArray());
        assertThat(answer.reply().message().text()).isEqualTo("x");
        assertThat(answer.rounds()).containsExactly(new Usage(9, -1, 2));
    }

    @Test
    void rounds_usageOfOtherServers_isRead() {
        assertThat(usage(
                        "\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2,\"prompt_tokens_details\":{\"cached_tokens\":4}},"
                                + "\"timings\":{\"cache_n\":5}"))
                .isEqualTo(new Usage(9, 4, 2));
        assertThat(usage("\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2},\"timings\":{\"cache_n\":5}"))
                .isEqualTo(new Usage(9, 5, 2));
        assertThat(usage("\"timings\":{\"cache_n\":5,\"prompt_n\":3,\"predicted_n\":2}"))
                .isEqualTo(new Usage(8, 5, 2));
        assertThat(usage("\"usage\":{\"prompt_tokens\":9,\"prompt_cache_hit_tokens\":6,\"completion_tokens\":2}"))
                .isEqualTo(new Usage(9, 6, 2));
        assertThat(usage("\"usage\":null")).isEqualTo(Usage.UNKNOWN);
    }

    private Usage usage(String members) {
        WireAnswer answer = answer("", true);
        new Carried(answer, null).round(JSON, bytes("{\"choices\":[]," + members + "}"));
        return answer.rounds().get(0);
    }

    @Test
    void end_severalChoices_hidesNothing() {
        WireAnswer answer = answer(",\"n\":2,\"stream\":true", true);
        String body = hiddenRound("a").replace("\"index\":0,\"delta\"", "\"index\":1,\"delta\"");
        Carried carried = new Carried(answer, null).round(STREAM, bytes(body));
        assertThat(carried.text()).isEqualTo(body);
        assertThat(carried.needed).containsExactly(false);
    }

    @Test
    void end_wholeAnswer_hasEarlierTextAndNoHiddenCalls() {
        String hidden =
                "{\"id\":\"h\",\"type\":\"function\",\"function\":{\"name\":\"context_retrieve\",\"arguments\":\"{}\"}}";
        String own = "{\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"read\",\"arguments\":\"{}\"}}";
        String first = whole("\"content\":\"one \",\"tool_calls\":[" + hidden + "]", "tool_calls");
        WireAnswer answer = answer("", true);
        Carried carried = new Carried(answer, null).round(JSON, bytes(first));
        assertThat(carried.text()).isEmpty();
        assertThat(carried.needed).containsExactly(true);
        carried.round(
                JSON, bytes(whole("\"content\":null,\"tool_calls\": [ " + hidden + " , " + own + " ]", "tool_calls")));
        assertThat(carried.text())
                .isEqualTo(whole("\"content\":\"one \",\"tool_calls\": [ " + own + " ]", "tool_calls"));
        assertThat(carried.needed).containsExactly(true, false);
        assertThat(answer.reply().message().parts()).extracting(Part::text).containsExactly("one ", "{}");

        carried = new Carried(answer("", true), null).round(200, JSON, "", bytes(first), true);
        assertThat(carried.text()).isEqualTo(whole("\"content\":\"one \"", "stop"));
    }

    private static String whole(String members, String finish) {
        return "{\"id\":\"a\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\"," + members
                + "},\"finish_reason\":\"" + finish + "\"}]}";
    }

    @Test
    void end_wholeAnswersContentInAnyForm_hasTheEarlierTextBeforeIt() {
        String hidden = "{\"function\":{\"name\":\"context_retrieve\",\"arguments\":\"{}\"}}";
        String first = whole("\"content\":\"é\\\"\",\"tool_calls\":[" + hidden + "]", "tool_calls");
        assertThat(second(first, "\"content\":\"b\"")).isEqualTo(whole("\"content\":\"é\\\"b\"", "stop"));
        assertThat(second(first, "\"x\":1"))
                .isEqualTo(
                        "{\"id\":\"a\",\"choices\":[{\"index\":0,\"message\":{\"content\":\"é\\\"\",\"role\":\"assistant\","
                                + "\"x\":1},\"finish_reason\":\"stop\"}]}");
        assertThat(second(first, "\"content\":[]"))
                .isEqualTo(whole("\"content\":[{\"type\":\"text\",\"text\":\"é\\\"\"}]", "stop"));
    }

    private String second(String first, String members) {
        return new Carried(answer("", true), null)
                .round(JSON, bytes(first))
                .round(JSON, bytes(whole(members, "stop")))
                .text();
    }

    @Test
    void end_hiddenCallsWithoutIdsOrWithOneId_getIdsOfTheirOwn() {
        String body = role("a")
                + call("a", 0, "", "context_retrieve", "{}")
                + call("a", 1, "x", "context_retrieve", "{}")
                + call("a", 2, "x", "context_retrieve", "{}")
                + finish("a", "tool_calls")
                + DONE;
        List<Part.ToolCall> hidden =
                carried(true).round(STREAM, bytes(body)).hidden.get(0);
        assertThat(hidden).extracting(Part.ToolCall::id).doesNotContain("").doesNotHaveDuplicates();
        assertThat(hidden.get(1).id()).isEqualTo("x");
    }

    @Test
    void end_callsThatShareAnIndexOrHaveNone_areToldApartByTheirIds() {
        String one = "{\"index\":0,\"id\":\"h\",\"function\":{\"name\":\"context_retrieve\",\"arguments\":\"{}\"}}";
        String two = "{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"read\",\"arguments\":\"{}\"}}";
        for (boolean indexed : new boolean[] {true, false}) {
            String calls = delta("a", "\"tool_calls\":[" + one + "," + two + "]");
            String body = (indexed ? calls : calls.replace("{\"index\":0,\"id\"", "{\"id\""))
                    + finish("a", "tool_calls")
                    + DONE;
            ChatClient client = ChatClient.ofStream(
                    carried(true).round(STREAM, bytes(body)).bytes.toByteArray());
            assertThat(client.calls.get(0)).isEqualTo(new GeneratedAnswers.Call("c", "read", "{}"));
            assertThat(client.calls).hasSize(1);
        }
    }

    @Test
    void pass_callNamedAfterTheEndOnly_staysHidden() {
        String body = role("a")
                + more("a", 1, "x")
                + finish("a", "tool_calls")
                + call("a", 1, "h", "context_retrieve", "{}")
                + DONE;
        assertThat(carried(true).round(STREAM, bytes(body)).text()).doesNotContain("context_retrieve");
    }

    @Test
    void pass_eventTooLargeToRead_stillPasses() {
        byte[] body =
                bytes("data: {\"choices\":[{\"delta\":{\"content\":\"" + "x".repeat(ChatRound.MAX_READ) + "\"}}]}\n\n");
        for (boolean hide : new boolean[] {false, true}) {
            assertThat(carried(hide).round(STREAM, body).bytes.toByteArray()).isEqualTo(body);
        }
        byte[] whole = bytes(whole("\"content\":\"" + "x".repeat(ChatRound.MAX_READ) + "\"", "stop"));
        assertThat(carried(true).round(JSON, whole).bytes.toByteArray()).isEqualTo(whole);
    }

    @Test
    void exchange_otherNumberOfResults_isRefused() {
        WireAnswer answer = answer(",\"stream\":true", true);
        new Carried(answer, null).round(STREAM, bytes(hiddenRound("a")));
        assertThatIllegalArgumentException().isThrownBy(() -> answer.exchange(List.of()));
    }

    @Test
    void fingerprint_replyAndItsReturn_areTheSame() {
        WireAnswer answer = answer("", false);
        new Carried(answer, null).round(JSON, bytes(whole("\"content\":\"so it is \\n\"", "stop")));
        Message returned = OpenAiChatMessages.read(bytes(
                "{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"so it is\"}],\"name\":\"x\"}"));
        assertThat(answer.reply().fingerprint())
                .isEqualTo(Reply.fingerprint(returned))
                .isNotEmpty();
    }
}
