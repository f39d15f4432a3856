package io.ambit.wire.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.context.Edit;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.routing.Sampling;
import io.ambit.core.text.Hash;
import io.ambit.wire.MalformedRequestException;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnthropicCodecTest {
    private static final String MARK = ",\"cache_control\":{\"type\":\"ephemeral\"}";
    private final AnthropicCodec codec = new AnthropicCodec();

    private WireRequest parse(String body) {
        return codec.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    private WireRequest messages(String messages) {
        return parse("{\"messages\":[" + messages + "]}");
    }

    private List<Hash> chain(String body) {
        return parse(body).transcript().chain();
    }

    private static List<Part> withoutSpans(Message message) {
        return message.parts().stream()
                .<Part>map(part -> switch (part) {
                    case Part.Text text -> new Part.Text(text.text(), Span.NONE);
                    case Part.ToolResult result -> new Part.ToolResult(result.callId(), result.text(), Span.NONE);
                    default -> part;
                })
                .toList();
    }

    @Test
    void parse_textAsStringOrAsOneBlock_hasTheSameChain() {
        String string = "{\"system\":\"be brief\",\"messages\":[{\"role\":\"user\",\"content\":\"hé\"},"
                + "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"content\":\"x\"}]}]}";
        String blocks = "{\"messages\":[{\"content\":[{\"text\":\"h\\u00e9\",\"type\":\"text\"" + MARK
                + "}],\"role\":\"user\"},{\"role\":\"user\",\"content\":[{\"tool_use_id\":\"t\",\"type\":"
                + "\"tool_result\",\"is_error\":false,\"content\":[{\"type\":\"text\",\"text\":\"x\"" + MARK + "}]"
                + MARK + "}]}],\"system\":[{\"type\":\"text\",\"text\":\"be brief\"" + MARK + "}]}";
        assertThat(chain(blocks)).isEqualTo(chain(string)).hasSize(3);
    }

    @Test
    void parse_systemPrompt_isAMessageBeforeAllThatNoEditTouches() {
        WireRequest request = parse("{\"system\":\"be brief\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}");
        Message system = request.transcript().messages().get(0);
        assertThat(system.role()).isEqualTo(Role.SYSTEM);
        assertThat(system.text()).isEqualTo("be brief");
        assertThat(system.span().isPresent()).isFalse();
        List<Edit> edits =
                List.of(new Edit.Replace(0, 0, "x"), new Edit.Insert(0, "first"), new Edit.Insert(1, "last"));
        assertThat(new String(codec.splice(request, Rewrite.of(edits, false)), StandardCharsets.UTF_8))
                .isEqualTo("{\"system\":\"be brief\",\"messages\":[{\"role\":\"user\",\"content\":\"first\"},"
                        + "{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"user\",\"content\":\"last\"}]}");
        assertThat(chain("{\"system\":\"be long\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}"))
                .doesNotContainAnyElementsOf(request.transcript().chain());
    }

    @Test
    void parse_billingLine_countsForNothingButStays() {
        String body = "{\"system\":[{\"type\":\"text\",\"text\":\"x-anthropic-billing-header: cc_version=1.abc;\"},"
                + "{\"type\":\"text\",\"text\":\"be brief\"}],\"messages\":[]}";
        assertThat(chain(body)).isEqualTo(chain(body.replace("1.abc", "2.def")));
        Message system = parse(body).transcript().messages().get(0);
        assertThat(system.parts().get(0).text()).isEqualTo("x-anthropic-billing-header:");
        assertThat(chain(body.replace("be brief", "be long"))).isNotEqualTo(chain(body));
    }

    @Test
    void parse_mixedMessages_haveTheirPartsInOrder() {
        WireRequest request = messages("{\"role\":\"system\",\"content\":\"env\"},"
                + "{\"role\":\"assistant\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"s==\"},"
                + "{\"type\":\"text\",\"text\":\"so\"},"
                + "{\"type\":\"tool_use\",\"id\":\"t1\",\"name\":\"read\",\"input\":{ \"b\":1, \"a\":[2] }},"
                + "{\"type\":\"server_tool_use\",\"id\":\"s1\",\"name\":\"web_search\",\"input\":{}},"
                + "{\"type\":\"redacted_thinking\",\"data\":\"d\"}]},"
                + "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"t1\",\"is_error\":true,"
                + "\"content\":[{\"type\":\"text\",\"text\":\"one\"},{\"type\":\"image\",\"source\":{}},"
                + "{\"type\":\"text\",\"text\":\"two\"}]},{\"type\":\"tool_result\",\"tool_use_id\":\"t2\"},"
                + "{\"type\":\"text\",\"text\":\"go on\"}]}");
        List<Message> read = request.transcript().messages();
        assertThat(read.get(0).role()).isEqualTo(Role.SYSTEM);
        assertThat(withoutSpans(read.get(1)))
                .containsExactly(
                        new Part.Opaque(
                                "thinking",
                                "{\"signature\":\"s==\",\"thinking\":\"hm\",\"type\":\"thinking\"}",
                                Span.NONE),
                        new Part.Text("so", Span.NONE),
                        new Part.ToolCall("t1", "read", "{\"a\":[2],\"b\":1}", Span.NONE),
                        new Part.Opaque(
                                "server_tool_use",
                                "{\"id\":\"s1\",\"input\":{},\"name\":\"web_search\",\"type\":\"server_tool_use\"}",
                                Span.NONE),
                        new Part.Opaque(
                                "redacted_thinking", "{\"data\":\"d\",\"type\":\"redacted_thinking\"}", Span.NONE));
        assertThat(withoutSpans(read.get(2)))
                .containsExactly(
                        new Part.ToolResult("t1", "one", Span.NONE),
                        new Part.Opaque("image", "{\"source\":{},\"type\":\"image\"}", Span.NONE),
                        new Part.ToolResult("t1", "two", Span.NONE),
                        new Part.ToolResult("t2", "", Span.NONE),
                        new Part.Text("go on", Span.NONE));
        assertThat(read.get(2).extras()).isEqualTo("{\"blocks\":{\"0\":{\"is_error\":true}}}");
        assertThat(request.transcript().exchanges()).hasSize(3);
        assertThat(request.transcript().exchanges().get(1).call().name()).isEqualTo("read");
    }

    @Test
    void splice_replacedResult_keepsTheCacheMarkAndAllElse() {
        String before =
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"t\","
                        + "\"content\": ";
        String after = " " + MARK + "},{\"type\":\"text\",\"text\":\"mine\"}]}]}";
        WireRequest request = parse(before + "\"long\"" + after);
        byte[] cut = codec.splice(request, Rewrite.of(List.of(new Edit.Replace(0, 0, "cut")), false));
        assertThat(new String(cut, StandardCharsets.UTF_8)).isEqualTo(before + "\"cut\"" + after);
    }

    @Test
    void parse_sessionIdOfTheClient_isFoundInBothItsForms() {
        assertThat(messages("").clientSession()).isNull();
        assertThat(parse("{\"messages\":[],\"metadata\":{\"user_id\":\"{\\\"device_id\\\":\\\"d\\\","
                                + "\\\"session_id\\\":\\\"s-1\\\"}\"}}")
                        .clientSession())
                .isEqualTo("s-1");
        assertThat(parse("{\"messages\":[],\"metadata\":{\"user_id\":\"user_ab_account__session_s-2\"}}")
                        .clientSession())
                .isEqualTo("s-2");
        assertThat(parse("{\"messages\":[],\"metadata\":{\"user_id\":\"me\"}}").clientSession())
                .isNull();
    }

    @Test
    void splice_modelFieldsAndTool_areAddedInThisFormat() {
        WireRequest request = parse("{\"model\":\"a\",\"top_k\":5,\"tools\":[{\"name\":\"x\"}],\"messages\":[]}");
        Sampling fill = new Sampling(0.3, 0.9, 40, List.of("END"));
        assertThat(new String(codec.splice(request, new Rewrite(List.of(), true, "b", fill)), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"temperature\":0.3,\"top_p\":0.9,\"stop_sequences\":[\"END\"],\"model\":\"b\",\"top_k\":5,"
                                + "\"tools\":[{\"name\":\"x\"}," + codec.retrieveTool() + "],\"messages\":[]}");
        assertThat(codec.retrieveTool()).contains("\"input_schema\":{").doesNotContain("function");
    }

    @Test
    void splice_modelThatThinks_getsNoSamplingFields() {
        WireRequest thinks = parse("{\"thinking\":{\"type\":\"adaptive\"},\"messages\":[]}");
        Sampling fill = new Sampling(0.3, 0.9, 40, List.of());
        assertThat(codec.splice(thinks, new Rewrite(List.of(), false, "", fill)))
                .isSameAs(thinks.body());
    }

    @Test
    void parse_ownRetrieveToolAndStream_areSeen() {
        WireRequest request =
                parse("{\"stream\":true,\"tools\":[{\"name\":\"context_retrieve\"}],\"messages\":[],\"max_tokens\":9}");
        assertThat(request.ownRetrieveTool()).isTrue();
        assertThat(request.stream()).isTrue();
        assertThat(request.choices()).isEqualTo(1);
    }

    @Test
    void parse_noListOfMessages_saysWhatWasExpected() {
        assertThatThrownBy(() -> parse("{\"messages\":{}}"))
                .isInstanceOf(MalformedRequestException.class)
                .hasMessage("messages is an object, expected a list of messages");
        assertThatThrownBy(() -> messages("1")).hasMessageContaining("message at byte 13 is a number");
        assertThatThrownBy(() -> parse("[]")).hasMessageContaining("the body is a list");
    }

    @Test
    void error_anyCode_hasTheShapeAndAWordOfTheApi() {
        assertThat(error("invalid_request_error", "malformed_body", "no \"JSON\""))
                .isEqualTo("{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":"
                        + "\"no \\\"JSON\\\"\",\"code\":\"malformed_body\"},\"request_id\":null}");
        assertThat(error("upstream_error", "upstream_unreachable", "x")).contains("\"type\":\"api_error\"");
        assertThat(error("invalid_request_error", "request_too_large", "x")).contains("\"type\":\"request_too_large\"");
        assertThat(error("rate_limit_error", "", "x")).contains("\"type\":\"rate_limit_error\"");
        assertThat(error("invalid_request_error", "context_length_exceeded", "9 tokens"))
                .contains("prompt is too long: 9 tokens");
        assertThat(new String(codec.streamError("upstream_error", "", "x"), StandardCharsets.UTF_8))
                .isEqualTo(
                        "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"api_error\",\"message\":\"x\"},"
                                + "\"request_id\":null}\n\n");
    }

    private String error(String type, String code, String message) {
        return new String(codec.error(type, code, message), StandardCharsets.UTF_8);
    }
}
