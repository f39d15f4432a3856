package io.ambit.wire.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.context.Edit;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.routing.Sampling;
import io.ambit.wire.MalformedRequestException;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WindowTerms;
import io.ambit.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OllamaChatCodecTest {
    private static final String CALLS = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"go\"},"
            + "{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":["
            + "{\"function\":{\"name\":\"read\",\"arguments\":{\"b\":1,\"a\":2}}},"
            + "{\"function\":{\"name\":\"bash\",\"arguments\":\"{\\\"c\\\":3}\"}},"
            + "{\"function\":{\"name\":\"read\",\"arguments\":{}}}]},"
            + "{\"role\":\"tool\",\"tool_name\":\"bash\",\"content\":\"of bash\"},"
            + "{\"role\":\"tool\",\"tool_name\":\"read\",\"content\":\"first read\"},"
            + "{\"role\":\"tool\",\"tool_name\":\"read\",\"content\":\"second read\"}]}";

    private final OllamaChatCodec codec = new OllamaChatCodec();

    private WireRequest parse(String body) {
        return codec.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    private String splice(String body, Rewrite rewrite) {
        return new String(codec.splice(parse(body), rewrite), StandardCharsets.UTF_8);
    }

    @Test
    void parse_callsWithoutIds_areNamedByPlaceAndPairedByToolAndOrder() {
        List<Message> messages = parse(CALLS).transcript().messages();
        assertThat(messages.get(1).parts())
                .map(part -> ((Part.ToolCall) part).id())
                .containsExactly("call_0", "call_1", "call_2");
        assertThat(messages.get(1).parts()).map(Part::text).containsExactly("{\"a\":2,\"b\":1}", "{\"c\":3}", "{}");
        assertThat(messages.subList(2, 5))
                .map(message -> ((Part.ToolResult) message.parts().get(0)).callId())
                .containsExactly("call_1", "call_0", "call_2");
    }

    @Test
    void parse_argumentsAsTextOrObject_haveOneHash() {
        String other = CALLS.replace("\"{\\\"c\\\":3}\"", "{ \"c\" : 3.0 }");
        assertThat(parse(other).transcript().tip())
                .isEqualTo(parse(CALLS).transcript().tip());
    }

    @Test
    void parse_idsThatTheClientGives_areKept() {
        String body =
                "{\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"x\",\"function\":{\"name\":\"a\","
                        + "\"arguments\":{}}}]},{\"role\":\"tool\",\"tool_call_id\":\"x\",\"content\":\"r\"}]}";
        assertThat(parse(body).transcript().exchanges().get(0).call().id()).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"''|true", "'\"stream\":true,'|true", "'\"stream\":false,'|false", "'\"stream\":null,'|true"},
            delimiter = '|')
    void parse_stream_isTheDefault(String field, boolean expected) {
        assertThat(parse("{" + field + "\"messages\":[]}").stream()).isEqualTo(expected);
    }

    @Test
    void parse_sizes_areReadFromTheOptions() {
        WireRequest request = parse("{\"messages\":[],\"options\":{\"num_ctx\":8192,\"num_predict\":100}}");
        assertThat(request.windowTokens()).isEqualTo(8192);
        assertThat(request.answerTokens()).isEqualTo(100);
        assertThat(parse("{\"messages\":[],\"options\":{\"num_predict\":-1}}").answerTokens())
                .isZero();
    }

    @Test
    void parse_noList_saysSo() {
        assertThatThrownBy(() -> parse("{\"messages\":\"hi\"}"))
                .isInstanceOf(MalformedRequestException.class)
                .hasMessageContaining("messages is a string");
    }

    @Test
    void splice_windowAndSampling_goIntoTheOptionsOnceAndOnlyWhereOpen() {
        Sampling fill = new Sampling(0.3, null, 40, List.of());
        Rewrite rewrite = new Rewrite(List.of(), false, "wide", fill, new WindowTerms(32768, true));
        assertThat(splice("{\"model\":\"m\",\"messages\":[]}", rewrite))
                .isEqualTo("{\"options\":{\"temperature\":0.3,\"top_k\":40,\"num_ctx\":32768},\"truncate\":false,"
                        + "\"model\":\"wide\",\"messages\":[]}");
        assertThat(splice("{\"options\":{ },\"messages\":[]}", rewrite))
                .isEqualTo("{\"truncate\":false,\"options\":{\"temperature\":0.3,\"top_k\":40,\"num_ctx\":32768 },"
                        + "\"messages\":[]}");
        assertThat(splice("{\"options\":null,\"truncate\":true,\"messages\":[]}", rewrite))
                .isEqualTo("{\"options\":{\"temperature\":0.3,\"top_k\":40,\"num_ctx\":32768},\"truncate\":true,"
                        + "\"messages\":[]}");
        assertThat(splice(
                        "{\"options\":{\"top_k\":1,\"num_ctx\":4096,\"temperature\":0},\"truncate\":false,"
                                + "\"messages\":[]}",
                        rewrite))
                .isEqualTo("{\"options\":{\"top_k\":1,\"num_ctx\":4096,\"temperature\":0},\"truncate\":false,"
                        + "\"messages\":[]}");
    }

    @Test
    void splice_output_replacesItsTextAlone() {
        assertThat(splice(CALLS, Rewrite.of(List.of(new Edit.Replace(2, 0, "short")), false)))
                .isEqualTo(CALLS.replace("\"of bash\"", "\"short\""));
    }

    @Test
    void error_anyType_isOneText() {
        assertThat(new String(codec.error("t", "c", "no \"way\""), StandardCharsets.UTF_8))
                .isEqualTo("{\"error\":\"no \\\"way\\\"\"}");
        assertThat(new String(codec.streamError("t", "c", "x"), StandardCharsets.UTF_8))
                .isEqualTo("{\"error\":\"x\"}\n");
    }
}
