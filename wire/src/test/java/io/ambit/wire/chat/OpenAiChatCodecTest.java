package io.ambit.wire.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Span;
import io.ambit.testkit.GeneratedBodies;
import io.ambit.testkit.Seed;
import io.ambit.wire.MalformedRequestException;
import io.ambit.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class OpenAiChatCodecTest {
    private final OpenAiChatCodec codec = new OpenAiChatCodec();

    private WireRequest parse(String body) {
        return codec.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void parse_ordinaryRequest_readsWhatTheGatewayNeeds() {
        WireRequest request = parse("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"n\":2,"
                + "\"stream\":true,\"prompt_cache_key\":\"s1\",\"tools\":[{\"type\":\"function\",\"function\":"
                + "{\"name\":\"context_retrieve\"}}]}");
        assertThat(request.model()).isEqualTo("m");
        assertThat(request.stream()).isTrue();
        assertThat(request.choices()).isEqualTo(2);
        assertThat(request.clientSession()).isEqualTo("s1");
        assertThat(request.ownRetrieveTool()).isTrue();
        assertThat(request.transcript().size()).isEqualTo(1);
        assertThat(slice(request, request.messages())).isEqualTo("[{\"role\":\"user\",\"content\":\"a\"}]");
        assertThat(slice(request, request.tools())).startsWith("[{").endsWith("}]");
    }

    @Test
    void parse_bareRequest_hasDefaults() {
        WireRequest request = parse("{\"messages\":[],\"tools\":null,\"n\":null}");
        assertThat(request.model()).isEmpty();
        assertThat(request.stream()).isFalse();
        assertThat(request.choices()).isEqualTo(1);
        assertThat(request.clientSession()).isNull();
        assertThat(request.carriesTools()).isFalse();
        assertThat(parse("{\"messages\":[],\"tools\":[ ]}").carriesTools()).isFalse();
        assertThat(parse("{\"messages\":[],\"tools\":[ {}]}").carriesTools()).isTrue();
        assertThat(request.ownRetrieveTool()).isFalse();
        assertThat(parse("{\"messages\":[],\"metadata\":{\"session_id\":\"s\"}}")
                        .clientSession())
                .isEqualTo("s");
        assertThat(parse("{\"messages\":[],\"metadata\":{\"session_id\":5}}").clientSession())
                .isNull();
    }

    @Test
    void parse_messagesTwice_takesTheLast() {
        WireRequest request = parse("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"messages\":[]}");
        assertThat(request.transcript().size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                          | the body is a list, expected an object
            {}                          | messages is missing, expected a list of messages
            {"messages":"a"}            | messages is a string, expected a list of messages
            {"messages":null}           | messages is null, expected a list of messages
            {"messages":[{},5]}         | message at byte 16 is a number, expected an object
            {"messages":[}              | malformed JSON at byte 13: expected a value
            """)
    void parse_noRequest_saysWhatWasExpected(String body, String message) {
        assertThatExceptionOfType(MalformedRequestException.class)
                .isThrownBy(() -> parse(body))
                .withMessage(message);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void parse_generatedBody_findsWhatThePlainTwinFinds(Seed seed) {
        byte[] body = GeneratedBodies.random(seed);
        WireRequest request = codec.parse(body);
        JsonNode root = Plain.read(body);
        List<JsonNode> twins = Plain.items(root.get("messages"));
        assertThat(Plain.read(slice(request, request.messages())))
                .as("%s", seed)
                .isEqualTo(root.get("messages"));
        assertThat(request.model()).as("%s", seed).isEqualTo(root.get("model").asString());
        assertThat(request.stream())
                .as("%s", seed)
                .isEqualTo(root.path("stream").asBoolean(false));
        assertThat(request.transcript().size()).as("%s", seed).isEqualTo(twins.size());
        for (int m = 0; m < twins.size(); m++) {
            Message message = request.transcript().messages().get(m);
            JsonNode twin = twins.get(m);
            assertThat(Plain.read(slice(request, message.span())))
                    .as("%s", seed)
                    .isEqualTo(twin);
            for (Part part : message.parts()) {
                if (part.span().isPresent()) {
                    assertThat(Plain.read(slice(request, part.span())).asString())
                            .as("%s", seed)
                            .isEqualTo(part.text());
                }
            }
            if (twin.path("content").isString()
                    && !twin.get("content").asString().isEmpty()) {
                assertThat(message.parts().get(0).text())
                        .as("%s", seed)
                        .isEqualTo(twin.get("content").asString());
            }
            long calls = message.parts().stream()
                    .filter(Part.ToolCall.class::isInstance)
                    .count();
            assertThat(calls).as("%s", seed).isEqualTo(twin.path("tool_calls").size());
        }
    }

    @Test
    void error_anyText_hasTheShapeOfTheFormat() {
        JsonNode error = Plain.read(codec.error("invalid_request_error", "", "a \"b\"\n"))
                .get("error");
        assertThat(error.get("message").asString()).isEqualTo("a \"b\"\n");
        assertThat(error.get("type").asString()).isEqualTo("invalid_request_error");
        assertThat(error.get("param").isNull()).isTrue();
        assertThat(error.get("code").isNull()).isTrue();
        assertThat(Plain.read(codec.error("t", "too_large", "m"))
                        .get("error")
                        .get("code")
                        .asString())
                .isEqualTo("too_large");
    }

    private static String slice(WireRequest request, Span span) {
        return new String(Arrays.copyOfRange(request.body(), span.start(), span.end()), StandardCharsets.UTF_8);
    }
}
