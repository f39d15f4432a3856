package io.ambit.wire.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.context.Edit;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.routing.Sampling;
import io.ambit.core.text.Json;
import io.ambit.wire.MalformedRequestException;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsesCodecTest {
    private static final String USER = "{\"type\":\"message\",\"id\":\"msg_1\",\"role\":\"user\",\"content\":["
            + "{\"type\":\"input_text\",\"text\":\"go\"}]}";
    private static final String NOTES =
            "{\"type\":\"reasoning\",\"id\":\"rs_1\",\"summary\":[],\"encrypted_content\":\"gAAA==\"}";
    private static final String CALL = "{\"type\":\"function_call\",\"status\":\"completed\",\"id\":\"fc_1\","
            + "\"name\":\"exec\",\"arguments\":\"{\\\"cmd\\\":\\\"ls\\\"}\",\"call_id\":\"call_1\"}";
    private static final String PATCH =
            "{\"type\":\"custom_tool_call\",\"call_id\":\"call_2\",\"name\":\"patch\"," + "\"input\":\"*** Begin\"}";
    private static final String OUTPUT =
            "{\"type\":\"function_call_output\",\"id\":\"fco_1\",\"call_id\":\"call_1\",\"output\":\"a\\nb\"}";
    private static final String PATCHED =
            "{\"type\":\"custom_tool_call_output\",\"call_id\":\"call_2\",\"output\":\"done\"}";

    private final ResponsesCodec codec = new ResponsesCodec();

    private WireRequest parse(String body) {
        return codec.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    private List<Message> messages(String... items) {
        return parse("{\"input\":[" + String.join(",", items) + "]}")
                .transcript()
                .messages();
    }

    private String spliced(WireRequest request, Rewrite rewrite) {
        return new String(codec.splice(request, rewrite), StandardCharsets.UTF_8);
    }

    @Test
    void parse_oneTurnOfManyItems_isOneMessageFromTheFirstToTheLast() {
        String body = "{\"input\":[" + String.join(",", USER, NOTES, CALL, PATCH, OUTPUT, PATCHED) + "]}";
        WireRequest request = parse(body);
        List<Message> messages = request.transcript().messages();

        assertThat(messages.stream().map(Message::role))
                .containsExactly(Role.USER, Role.ASSISTANT, Role.TOOL, Role.TOOL);
        Message turn = messages.get(1);
        assertThat(body.substring(turn.span().start(), turn.span().end()))
                .isEqualTo(String.join(",", NOTES, CALL, PATCH));
        assertThat(turn.parts().get(0)).isInstanceOf(Part.Opaque.class);
        assertThat(request.transcript().iterationCount()).isEqualTo(1);
        List<ToolExchange> exchanges = request.transcript().exchanges();
        assertThat(exchanges.stream().map(ToolExchange::toolName)).containsExactly("exec", "patch");
        Span literal = exchanges.get(0).result().span();
        assertThat(body.substring(literal.start(), literal.end())).isEqualTo("\"a\\nb\"");
    }

    @Test
    void parse_sameContentSpelledOtherwise_hasTheSameHash() {
        String plain = "{\"role\":\"user\",\"content\":\"go\"}";
        String parts = "{\"content\":[{\"text\":\"g\\u006f\",\"type\":\"input_text\"}],\"type\":\"message\","
                + "\"role\":\"user\",\"status\":null}";
        String said = "{\"role\":\"assistant\",\"content\":\"done\"}";
        String annotated = "{\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"done\","
                + "\"annotations\":[],\"logprobs\":[]}]}";

        assertThat(messages(plain).get(0).hash())
                .isEqualTo(messages(parts).get(0).hash());
        assertThat(messages(said).get(0).hash())
                .isEqualTo(messages(annotated).get(0).hash());
        assertThat(messages(plain).get(0).hash())
                .isNotEqualTo(messages(USER).get(0).hash());
    }

    @Test
    void parse_instructionsAndText_areTwoMessagesOfWhichNoneCanBeEdited() {
        WireRequest request = parse("{\"input\":\"hello\",\"instructions\":\"be brief\"}");

        assertThat(request.transcript().messages().stream().map(Message::role)).containsExactly(Role.SYSTEM, Role.USER);
        assertThat(request.transcript().messages().get(0).span()).isEqualTo(Span.NONE);
        assertThat(request.transcript().messages().get(1).text()).isEqualTo("hello");
    }

    @Test
    void parse_otherInstructions_areAnotherConversation() {
        WireRequest one = parse("{\"input\":[" + USER + "],\"instructions\":\"a\"}");
        WireRequest other = parse("{\"input\":[" + USER + "],\"instructions\":\"b\"}");

        assertThat(one.transcript().tip()).isNotEqualTo(other.transcript().tip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"compaction", "x_unknown"})
    void parse_itemsOfNoTurn_belongToNoIteration(String type) {
        List<Message> messages =
                messages(USER, "{\"type\":\"" + type + "\",\"encrypted_content\":\"x\"}", NOTES, CALL, OUTPUT);

        assertThat(messages.get(1).role()).isEqualTo(Role.OTHER);
        assertThat(messages).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"item_reference", "web_search_call", "mcp_call", "code_interpreter_call"})
    void parse_whatTheModelOrTheServerDid_isOfTheTurnAndNoCallOfTheClients(String type) {
        List<Message> messages = messages(NOTES, "{\"type\":\"" + type + "\",\"id\":\"x_1\"}", CALL, OUTPUT);

        assertThat(messages).hasSize(2);
        assertThat(messages.get(0).parts().stream().filter(Part.ToolCall.class::isInstance))
                .hasSize(1);
    }

    @Test
    void parse_callsWithResultsOfOtherKinds_arePairs() {
        WireRequest request = parse("{\"input\":["
                + "{\"type\":\"local_shell_call\",\"call_id\":\"c1\",\"action\":{\"command\":[\"ls\"]}},"
                + "{\"type\":\"mcp_approval_request\",\"id\":\"m1\",\"name\":\"n\"},"
                + "{\"type\":\"local_shell_call_output\",\"call_id\":\"c1\",\"output\":\"{}\"},"
                + "{\"type\":\"mcp_approval_response\",\"approval_request_id\":\"m1\",\"approve\":true}]}");

        assertThat(request.transcript().exchanges()).hasSize(2).allMatch(exchange -> exchange.call() != null);
        assertThat(request.transcript().exchanges())
                .allMatch(exchange -> !exchange.result().span().isPresent());
    }

    @Test
    void parse_outputOfParts_hasAResultForEachText() {
        Message message = messages("{\"type\":\"function_call_output\",\"call_id\":\"c\",\"output\":["
                        + "{\"type\":\"input_text\",\"text\":\"one\"},"
                        + "{\"type\":\"input_image\",\"image_url\":\"data:x\"}]}")
                .get(0);

        assertThat(message.parts()).hasSize(2);
        assertThat(message.parts().get(0)).isInstanceOf(Part.ToolResult.class);
        assertThat(message.parts().get(0).span().isPresent()).isTrue();
        assertThat(message.parts().get(1)).isInstanceOf(Part.Opaque.class);
    }

    @Test
    void parse_whoseSessionItIs_isWhatTheBodySays() {
        assertThat(parse("{\"input\":\"x\",\"prompt_cache_key\":\"k\",\"client_metadata\":{\"turn_id\":\"t\"}}")
                        .clientSession())
                .isEqualTo("k");
        assertThat(parse("{\"input\":\"x\",\"client_metadata\":{\"session_id\":\"s\"}}")
                        .clientSession())
                .isEqualTo("s");
        assertThat(parse("{\"input\":\"x\",\"conversation\":{\"id\":\"conv_1\"}}")
                        .clientSession())
                .isEqualTo("conv_1");
        assertThat(parse("{\"input\":\"x\",\"previous_response_id\":\"resp_1\"}")
                        .previousReply())
                .isEqualTo("resp_1");
        assertThat(parse("{\"input\":\"x\",\"previous_response_id\":null}").previousReply())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"conversation\":\"conv_1\"", "\"background\":true"})
    void parse_answerKeptWithoutAmbit_carriesNoToolsForIt(String member) {
        String tools = "\"tools\":[{\"type\":\"function\",\"name\":\"f\"}]";

        assertThat(parse("{\"input\":\"x\"," + tools + "}").carriesTools()).isTrue();
        assertThat(parse("{\"input\":\"x\"," + tools + "," + member + "}").carriesTools())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"input\":1}", "{\"input\":[1]}", "{\"input\":{}}", "{"})
    void parse_noRequest_isRefused(String body) {
        assertThatThrownBy(() -> parse(body)).isInstanceOf(MalformedRequestException.class);
    }

    @Test
    void splice_toolModelAndSampling_areAdded() {
        WireRequest request =
                parse("{\"model\":\"m\",\"input\":\"x\",\"top_p\":1,\"tools\":[{\"type\":\"web_search\"}]}");
        Rewrite rewrite = new Rewrite(List.of(), true, "other", new Sampling(0.2, 0.5, 40, List.of("stop")));

        String body = spliced(request, rewrite);

        assertThat(body)
                .isEqualTo("{\"temperature\":0.2,\"model\":\"other\",\"input\":\"x\",\"top_p\":1,"
                        + "\"tools\":[{\"type\":\"web_search\"}," + codec.retrieveTool() + "]}");
        assertThat(Json.parse(codec.retrieveTool()).text("name")).isEqualTo("context_retrieve");
        assertThat(parse(body).ownRetrieveTool()).isTrue();
    }

    @Test
    void splice_exchangeBeforeTheTurnThatShowsItsItems_hasThemOnce() {
        String said = "{\"type\":\"message\",\"id\":\"msg_2\",\"status\":\"completed\",\"role\":\"assistant\","
                + "\"content\":[{\"type\":\"output_text\",\"text\":\"hm\",\"annotations\":[]}]}";
        String back = said.replace(",\"status\":\"completed\"", "").replace(",\"annotations\":[]", "");
        String hidden = CALL.replace("exec", "context_retrieve").replace("_1", "_h");
        String result = OUTPUT.replace("_1", "_h");
        WireRequest request = parse("{\"input\":[" + String.join(",", USER, NOTES, back, CALL, OUTPUT) + "]}");

        String body = spliced(
                request,
                Rewrite.of(List.of(new Edit.Restore(0, String.join(",", NOTES, said, hidden, result))), false));

        assertThat(body)
                .isEqualTo("{\"input\":[" + String.join(",", USER, NOTES, said, hidden, result, CALL, OUTPUT) + "]}");
    }

    @Test
    void splice_otherItemOfTheSameId_isNotTakenForARepeatedOne() {
        String first = "{\"id\":\"msg_0\",\"role\":\"assistant\",\"content\":\"let me look\"}";
        String second = first.replace("let me look", "it is 4711");
        WireRequest request = parse("{\"input\":[" + USER + "," + second + "]}");

        assertThat(spliced(request, Rewrite.of(List.of(new Edit.Restore(0, first)), false)))
                .isEqualTo("{\"input\":[" + String.join(",", USER, first, second) + "]}");
    }

    @Test
    void splice_textWithAnExchangeAfterIt_becomesAList() {
        WireRequest request = parse("{\"input\": \"h\\u00e9\" ,\"instructions\":\"i\"}");

        String body = spliced(request, Rewrite.of(List.of(new Edit.Restore(1, CALL + "," + OUTPUT)), false));

        assertThat(body)
                .isEqualTo("{\"input\": [{\"type\":\"message\",\"role\":\"user\",\"content\":\"h\\u00e9\"}," + CALL
                        + "," + OUTPUT + "] ,\"instructions\":\"i\"}");
    }

    @Test
    void splice_turnDropped_goesWithAllOfItsItems() {
        WireRequest request = parse("{\"input\":[" + String.join(",", USER, NOTES, CALL, OUTPUT, USER) + "]}");

        assertThat(spliced(request, Rewrite.of(List.of(new Edit.Drop(1), new Edit.Drop(2)), false)))
                .isEqualTo("{\"input\":[" + USER + "," + USER + "]}");
    }

    @Test
    void error_inAStream_isReadByLibrariesAndByCodex() {
        String events =
                new String(codec.streamError("upstream_error", "round_failed", "no \"way\""), StandardCharsets.UTF_8);

        List<String> lines = events.lines().toList();
        assertThat(lines.get(0)).isEqualTo("event: error");
        Json error = Json.parse(lines.get(1).substring(6));
        assertThat(error.text("type")).isEqualTo("error");
        assertThat(error.get("error").text("message")).isEqualTo("no \"way\"");
        assertThat(error.text("message")).isEqualTo("no \"way\"");
        assertThat(lines.get(3)).isEqualTo("event: response.failed");
        Json failed = Json.parse(lines.get(4).substring(6)).get("response");
        assertThat(failed.text("status")).isEqualTo("failed");
        assertThat(failed.get("error").text("code")).isEqualTo("round_failed");
    }
}
