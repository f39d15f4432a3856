package io.ambit.wire.responses;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.text.Utf8;
import io.ambit.testkit.Seed;
import io.ambit.wire.Reply;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireRequest;
import io.ambit.wire.responses.ResponsesClient.Carried;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsesAnswerTest {
    private static final String EVENTS = "text/event-stream";
    private static final String CREATED =
            event("response.created", "\"sequence_number\":0,\"response\":{\"id\":\"r1\",\"status\":\"in_progress\"}");
    private static final String RETRIEVE = "{\"type\":\"function_call\",\"id\":\"fc_1\",\"call_id\":\"call_1\","
            + "\"name\":\"context_retrieve\",\"arguments\":\"{}\"}";
    private static final String SAID = "{\"type\":\"message\",\"id\":\"m1\",\"role\":\"assistant\",\"content\":["
            + "{\"type\":\"output_text\",\"text\":\"🙂 found\",\"annotations\":[]}]}";

    private final ResponsesCodec codec = new ResponsesCodec();
    private final WireRequest request = codec.parse(Utf8.encode("{\"input\":\"x\",\"stream\":true,\"store\":false}"));

    private static String event(String type, String members) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + members + "}\n\n";
    }

    private static String done(int index, String item) {
        return event("response.output_item.done", "\"output_index\":" + index + ",\"item\":" + item);
    }

    private static String completed(String id, String... items) {
        return event(
                "response.completed",
                "\"response\":{\"id\":\"" + id + "\",\"status\":\"completed\",\"output\":[" + String.join(",", items)
                        + "],\"usage\":{\"input_tokens\":9,\"output_tokens\":2}}");
    }

    private Carried carried(boolean hide) {
        return new Carried(codec.answer(request, hide), new Seed(1).random());
    }

    private static String got(Carried carried) {
        return carried.bytes.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void stream_nothingHidden_passesByteForByteInAnyChunks(String end) {
        String stream = (": hi\n\n" + CREATED + "event: ping\n\n" + done(0, SAID)
                        + "data: {\"type\":\ndata: \"response.x\"}\n\n" + completed("r1", SAID) + "data: [DONE]\n\n")
                .replace("\n", end);
        for (boolean hide : new boolean[] {false, true}) {
            Carried carried = carried(hide);
            carried.round(200, EVENTS, "", Utf8.encode(stream), false);
            assertThat(got(carried)).isEqualTo(stream);
        }
    }

    @Test
    void stream_eventsThatCodexNeedsOnly_hideTheCall() {
        Carried carried = carried(true);
        carried.round(200, EVENTS, "", Utf8.encode(CREATED + done(0, RETRIEVE) + completed("r1", RETRIEVE)), false);
        assertThat(carried.needed).containsExactly(true);
        assertThat(carried.hidden.get(0)).singleElement().extracting("id").isEqualTo("call_1");
        assertThat(got(carried)).isEqualTo(CREATED);

        carried.round(
                200,
                EVENTS,
                "",
                Utf8.encode(CREATED.replace("r1", "r2") + done(0, SAID) + completed("r2", SAID) + "data: [DONE]\n\n"),
                false);
        assertThat(got(carried)).isEqualTo(CREATED + done(0, SAID) + completed("r1", SAID) + "data: [DONE]\n\n");
    }

    @Test
    void stream_callWithoutIndex_isKnownByItsId() {
        Carried carried = carried(true);
        String added = event("response.output_item.added", "\"item\":" + RETRIEVE);
        String delta = event("response.function_call_arguments.delta", "\"item_id\":\"fc_1\",\"delta\":\"{}\"");
        String end = event("response.output_item.done", "\"item\":" + RETRIEVE);
        carried.round(200, EVENTS, "", Utf8.encode(CREATED + added + delta + end + completed("r1", RETRIEVE)), false);

        assertThat(got(carried)).isEqualTo(CREATED);
        assertThat(carried.needed).containsExactly(true);
    }

    @Test
    void stream_callOnlyInTheEnd_isHiddenToo() {
        Carried carried = carried(true);
        carried.round(200, EVENTS, "", Utf8.encode(CREATED + completed("r1", RETRIEVE)), true);

        assertThat(got(carried)).isEqualTo(CREATED + completed("r1"));
    }

    @Test
    void stream_toolOfTheClientsNamespace_isItsOwn() {
        String own = RETRIEVE.replace("\"name\"", "\"namespace\":\"mine\",\"name\"");
        Carried carried = carried(true);
        carried.round(200, EVENTS, "", Utf8.encode(CREATED + done(0, own) + completed("r1", own)), false);

        assertThat(got(carried)).isEqualTo(CREATED + done(0, own) + completed("r1", own));
        assertThat(carried.hidden.get(0)).isEmpty();
    }

    @Test
    void stream_incompleteAnswer_isNotGoneOnWith() {
        String incomplete = completed("r1", SAID, RETRIEVE)
                .replace("completed", "incomplete")
                .replace("\"output\"", "\"incomplete_details\":{\"reason\":\"max_output_tokens\"},\"output\"");
        Carried carried = carried(true);
        carried.round(200, EVENTS, "", Utf8.encode(CREATED + done(0, SAID) + done(1, RETRIEVE) + incomplete), false);

        assertThat(carried.needed).containsExactly(false);
        assertThat(carried.hidden.get(0)).isEmpty();
        assertThat(got(carried))
                .contains("response.incomplete")
                .contains("found")
                .doesNotContain("retrieve");
    }

    @Test
    void stream_brokenOffInAHiddenCall_endsWithoutIt() {
        Carried carried = carried(true);
        String whole = CREATED + done(0, SAID) + done(1, RETRIEVE);
        carried.round(200, EVENTS, "", Utf8.encode(whole.substring(0, whole.length() - 9)), false);

        assertThat(got(carried)).isEqualTo(CREATED + done(0, SAID));
        assertThat(carried.needed).containsExactly(false);
    }

    @Test
    void stream_brokenOffInAText_repliesWithWhatCame() {
        WireAnswer answer = codec.answer(request, false);
        Carried carried = new Carried(answer, new Seed(2).random());
        String delta = event("response.output_text.delta", "\"output_index\":0,\"delta\":\"half 🙂\"");
        carried.round(200, EVENTS, "", Utf8.encode(CREATED + delta), false);

        assertThat(got(carried)).isEqualTo(CREATED + delta);
        Reply reply = answer.reply();
        assertThat(reply.message()).isNotNull();
        assertThat(reply.message().text()).isEqualTo("half 🙂");
        assertThat(reply.complete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stream_errorInItsMidst_passes(boolean hide) {
        String error = event("error", "\"code\":\"server_error\",\"message\":\"boom\",\"param\":null");
        WireAnswer answer = codec.answer(request, hide);
        Carried carried = new Carried(answer, new Seed(3).random());
        carried.round(200, EVENTS, "", Utf8.encode(CREATED + error), false);

        assertThat(got(carried)).isEqualTo(CREATED + error);
        assertThat(answer.reply().error()).isEqualTo("boom");
    }

    @Test
    void stream_laterRoundThatFails_tellsTheClientInTheStream() {
        Carried carried = carried(true);
        carried.round(200, EVENTS, "", Utf8.encode(CREATED + done(0, RETRIEVE) + completed("r1", RETRIEVE)), false);
        carried.round(
                200,
                "application/json",
                "",
                Utf8.encode("{\"error\":{\"message\":\"slow down\",\"type\":\"requests\",\"code\":\"rate\"}}"),
                false);

        assertThat(got(carried))
                .startsWith(CREATED + "event: error\n")
                .contains("slow down")
                .contains("event: response.failed\n")
                .contains("\"code\":\"rate\"");
    }

    @Test
    void stream_errorBodyInsteadOfIt_passes() {
        String body = "{\"error\":{\"message\":\"no\",\"type\":\"t\",\"param\":null,\"code\":null}}";
        WireAnswer answer = codec.answer(request, true);
        Carried carried = new Carried(answer, new Seed(4).random());
        carried.round(200, EVENTS, "", Utf8.encode(body), false);

        assertThat(got(carried)).isEqualTo(body);
        assertThat(answer.reply().error()).isEqualTo("no");
    }

    @Test
    void exchange_reasoningThatNobodyKept_isLeftOut() {
        String notes = "{\"type\":\"reasoning\",\"id\":\"rs_1\",\"summary\":[]}";
        String kept = "{\"type\":\"reasoning\",\"id\":\"rs_2\",\"summary\":[],\"encrypted_content\":\"x\"}";
        Carried carried = carried(true);
        carried.round(200, EVENTS, "", Utf8.encode(CREATED + completed("r1", notes, kept, RETRIEVE)), false);
        assertThat(carried.exchanges.get(0))
                .doesNotContain("rs_1")
                .contains(kept)
                .contains(RETRIEVE);

        WireRequest stored = codec.parse(Utf8.encode("{\"input\":\"x\"}"));
        Carried other = new Carried(codec.answer(stored, true), null);
        other.round(200, EVENTS, "", Utf8.encode(CREATED + completed("r1", notes, kept, RETRIEVE)), false);
        assertThat(other.exchanges.get(0)).contains(notes).contains(kept);
    }
}
