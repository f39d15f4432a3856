package io.ambit.wire.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.testkit.GeneratedBodies;
import io.ambit.testkit.Seed;
import io.ambit.testkit.Transcripts;
import io.ambit.wire.MalformedRequestException;
import io.ambit.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiChatMessagesTest {

    private static Message read(String json) {
        return OpenAiChatMessages.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"role":"user","content":"a"} | {"content":[{"text":"\\u0061","type":"text"}],"role":"user"}
            {"role":"user","content":"a"} | {"role":"user","content":[{"type":"text","text":"a","cache_control":{"type":"ephemeral"}}]}
            {"role":"user","content":"a"} | {"role":"user","content":"a","cache_control":{"type":"ephemeral"}}
            {"role":"user","content":"a"} | {"role":"user","content":"a","name":null}
            {"role":"user","content":"a"} | {"role":"assistant","content":"b","role":"user","content":"a"}
            {"role":"assistant"}          | {"role":"assistant","content":null,"tool_calls":[]}
            {"role":"assistant"}          | {"role":"assistant","content":"","refusal":null}
            {"role":"tool","tool_call_id":"1"} | {"role":"tool","tool_call_id":"1","content":""}
            {"role":"tool","tool_call_id":"1","content":"x"} | {"role":"tool","tool_call_id":"1","content":[{"type":"text","text":"x"}]}
            {"role":"user","content":[{"type":"x","y":{"z":1,"cache_control":1}}]} | {"role":"user","content":[{"y":{"z":1.0},"type":"x"}]}
            {"role":"assistant","tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":{"b":1,"a":2}}}]} | {"role":"assistant","tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":{"a":2,"b":1.0}}}]}
            """)
    void read_sameContent_hasTheSameHash(String one, String other) {
        assertThat(read(one).hash()).isEqualTo(read(other).hash());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"role":"user","content":"a"}      | {"role":"user","content":"b"}
            {"role":"user","content":"a"}      | {"role":"assistant","content":"a"}
            {"role":"system","content":"a"}    | {"role":"developer","content":"a"}
            {"role":"critic","content":"a"}    | {"role":"judge","content":"a"}
            {"role":"user","content":"a"}      | {"role":"user","content":"a","name":"x"}
            {"role":"user","content":"ab"}     | {"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}
            {"role":"user","content":[{"type":"x","y":1}]} | {"role":"user","content":[{"type":"x","y":2}]}
            {"role":"tool","tool_call_id":"1"} | {"role":"tool","tool_call_id":"2"}
            {"role":"assistant","reasoning_content":"a"} | {"role":"assistant","reasoning_content":"b"}
            {"role":"assistant","tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"1"},"extra":1}]} | {"role":"assistant","tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"1"},"extra":2}]}
            """)
    void read_otherContent_hasAnotherHash(String one, String other) {
        assertThat(read(one).hash()).isNotEqualTo(read(other).hash());
    }

    @Test
    void read_assistantWithCalls_hasTextThenCallsWithSpans() {
        String json = "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":"
                + "{\"name\":\"read\",\"arguments\":\"{\\\"p\\\":1}\"}}],\"content\":\"é\",\"x\":[1.0]}";
        Message message = read(json);
        assertThat(message.role()).isEqualTo(Role.ASSISTANT);
        assertThat(message.extras()).isEqualTo("{\"x\":[1]}");
        assertThat(message.parts()).hasSize(2);
        assertThat(slice(json, message.parts().get(0).span())).isEqualTo("\"é\"");
        assertThat(slice(json, message.parts().get(1).span())).isEqualTo("\"{\\\"p\\\":1}\"");
        assertThat(message.parts().get(1)).isInstanceOfSatisfying(Part.ToolCall.class, call -> {
            assertThat(call.id()).isEqualTo("c1");
            assertThat(call.name()).isEqualTo("read");
            assertThat(call.arguments()).isEqualTo("{\"p\":1}");
        });
    }

    @Test
    void read_toolMessageWithParts_hasOneResultForEachText() {
        String json = "{\"role\":\"tool\",\"tool_call_id\":\"c\",\"content\":[{\"type\":\"text\",\"text\":\"a\"},"
                + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"u\"}},{\"type\":\"text\",\"text\":\"b\"}]}";
        List<Part> parts = read(json).parts();
        assertThat(parts).hasSize(3);
        assertThat(parts.get(0))
                .isEqualTo(new Part.ToolResult("c", "a", parts.get(0).span()));
        assertThat(parts.get(1))
                .isEqualTo(new Part.Opaque(
                        "image_url", "{\"image_url\":{\"url\":\"u\"},\"type\":\"image_url\"}", Span.NONE));
        assertThat(slice(json, parts.get(2).span())).isEqualTo("\"b\"");
    }

    @Test
    void read_toolMessageWithoutText_stillNamesItsCall() {
        String json = "{\"role\":\"tool\",\"tool_call_id\":\"c\",\"content\":[{\"type\":\"image_url\"}]}";
        assertThat(read(json).parts().get(0)).isEqualTo(new Part.ToolResult("c", "", Span.NONE));
    }

    @Test
    void read_customToolCall_isACallToo() {
        String json = "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"c\",\"type\":\"custom\",\"custom\":"
                + "{\"name\":\"sql\",\"input\":\"select 1\"}}]}";
        assertThat(read(json).parts().get(0)).isInstanceOfSatisfying(Part.ToolCall.class, call -> {
            assertThat(call.name()).isEqualTo("sql");
            assertThat(call.arguments()).isEqualTo("select 1");
        });
        assertThat(OpenAiChatMessages.write(read(json))).contains("\"custom\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "[]", "{", "null"})
    void read_noMessage_saysSo(String json) {
        assertThatExceptionOfType(MalformedRequestException.class).isThrownBy(() -> read(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1]", "[{}", "[null]"})
    void readList_noListOfMessages_saysSo(String json) {
        assertThatExceptionOfType(MalformedRequestException.class)
                .isThrownBy(() -> OpenAiChatMessages.readList(json.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void write_anyMessageOfARequest_readsAsTheSame(Seed seed) {
        WireRequest request = new OpenAiChatCodec().parse(GeneratedBodies.random(seed));
        for (Message message : request.transcript().messages()) {
            String written = OpenAiChatMessages.write(message);
            assertThat(read(written).hash()).as("%s: %s", seed, written).isEqualTo(message.hash());
            assertThat(Plain.read(written).isObject()).as("%s", seed).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void write_wholeTranscript_readsAsTheSame(Seed seed) {
        Transcript transcript = Transcripts.random(seed);
        String list = "["
                + String.join(
                        ",",
                        transcript.messages().stream()
                                .map(OpenAiChatMessages::write)
                                .toList())
                + "]";
        List<Message> again = OpenAiChatMessages.readList(list.getBytes(StandardCharsets.UTF_8));
        assertThat(Transcript.of(again).chain()).as("%s", seed).isEqualTo(transcript.chain());
    }

    @Test
    void write_resultsOfTwoCalls_isRefused() {
        Message message = Message.of(
                Role.TOOL, List.of(new Part.ToolResult("a", "", Span.NONE), new Part.ToolResult("b", "", Span.NONE)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenAiChatMessages.write(message))
                .withMessageContaining("calls a and b");
    }

    private static String slice(String json, Span span) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new String(bytes, span.start(), span.end() - span.start(), StandardCharsets.UTF_8);
    }

    @Test
    void writeAll_resultsOfSeveralCallsAndText_areMessagesOfTheirOwn() {
        Message mixed = Message.of(
                Role.USER,
                List.of(
                        new Part.ToolResult("a", "one", Span.NONE),
                        new Part.ToolResult("b", "two", Span.NONE),
                        new Part.ToolResult("a", "three", Span.NONE),
                        new Part.Text("go on", Span.NONE)));
        assertThat(OpenAiChatMessages.writeAll(mixed))
                .containsExactly(
                        "{\"role\":\"tool\",\"tool_call_id\":\"a\",\"content\":[{\"type\":\"text\",\"text\":\"one\"},"
                                + "{\"type\":\"text\",\"text\":\"three\"}]}",
                        "{\"role\":\"tool\",\"tool_call_id\":\"b\",\"content\":\"two\"}",
                        "{\"role\":\"user\",\"content\":\"go on\"}");
        Message plain = Message.of(Role.USER, List.of(new Part.Text("go on", Span.NONE)));
        assertThat(OpenAiChatMessages.writeAll(plain)).containsExactly(OpenAiChatMessages.write(plain));
    }
}
