package io.ambit.wire.translate.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import io.ambit.wire.Translation;
import io.ambit.wire.UntranslatableException;
import io.ambit.wire.WireFormat;
import io.ambit.wire.translate.Translations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsesToChatTest {
    private static final String CALL = "{\"type\":\"function_call\",\"id\":\"fc_1\",\"call_id\":\"call_1\","
            + "\"name\":\"exec\",\"arguments\":\"{\\\"cmd\\\":\\\"ls\\\"}\",\"status\":\"completed\"}";
    private static final String OUTPUT =
            "{\"type\":\"function_call_output\",\"id\":\"fco_1\",\"call_id\":\"call_1\",\"output\":\"a\\nb\"}";

    private final Translation translation =
            Translations.of(WireFormat.OPENAI_RESPONSES, WireFormat.OPENAI_CHAT).orElseThrow();

    private String request(String body) {
        return Utf8.decode(translation.request(Utf8.encode(body)));
    }

    private List<Json> messages(String... items) {
        return Json.parse(request("{\"input\":[" + String.join(",", items) + "]}"))
                .get("messages")
                .items();
    }

    @Test
    void request_text_isAMessageAfterTheInstructions() {
        assertThat(request("{\"model\":\"m\",\"instructions\":\"be brief\",\"input\":\"h\\u00e9\",\"temperature\":0.10,"
                        + "\"top_p\":1,\"max_output_tokens\":50,\"reasoning\":{\"effort\":\"low\",\"summary\":\"auto\"},"
                        + "\"store\":false,\"include\":[\"reasoning.encrypted_content\"],\"client_metadata\":{}}"))
                .isEqualTo("{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"be brief\"},"
                        + "{\"role\":\"user\",\"content\":\"hé\"}],\"temperature\":0.10,\"top_p\":1,\"max_tokens\":50,"
                        + "\"reasoning_effort\":\"low\"}");
    }

    @Test
    void request_stream_asksForTheTokensToo() {
        assertThat(request("{\"input\":\"x\",\"stream\":true}"))
                .endsWith(",\"stream\":true,\"stream_options\":{\"include_usage\":true}}");
    }

    @Test
    void request_systemPromptsThatFollowEachOther_areOne() {
        List<Json> messages = messages(
                "{\"role\":\"developer\",\"content\":[{\"type\":\"input_text\",\"text\":\"one\"}]}",
                "{\"role\":\"system\",\"content\":\"two\"}",
                "{\"role\":\"user\",\"content\":\"go\"}",
                "{\"role\":\"developer\",\"content\":\"three\"}");

        assertThat(messages.stream().map(message -> message.text("role"))).containsExactly("system", "user", "system");
        assertThat(messages.get(0).text("content")).isEqualTo("one\n\ntwo");
    }

    @Test
    void request_turnOfManyItems_isOneMessageWithItsResults() {
        List<Json> messages = messages(
                "{\"role\":\"user\",\"content\":\"go\"}",
                "{\"type\":\"reasoning\",\"summary\":[],\"encrypted_content\":\"x\"}",
                "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"hm\"}]}",
                CALL,
                CALL.replace("call_1", "call_2"),
                OUTPUT,
                OUTPUT.replace("call_1", "call_2").replace("\"a\\nb\"", "[{\"type\":\"input_text\",\"text\":\"c\"}]"));

        assertThat(messages.stream().map(message -> message.text("role")))
                .containsExactly("user", "assistant", "tool", "tool");
        Json turn = messages.get(1);
        assertThat(turn.text("content")).isEqualTo("hm");
        assertThat(turn.get("tool_calls").items()).hasSize(2);
        Json call = turn.get("tool_calls").items().get(0);
        assertThat(call.text("id")).isEqualTo("call_1");
        assertThat(call.get("function").text("arguments")).isEqualTo("{\"cmd\":\"ls\"}");
        assertThat(messages.get(2).text("tool_call_id")).isEqualTo("call_1");
        assertThat(messages.get(2).text("content")).isEqualTo("a\nb");
        assertThat(messages.get(3).text("content")).isEqualTo("c");
    }

    @Test
    void request_images_areCarriedOverAndFollowTheToolThatGaveThemOut() {
        String image = "{\"type\":\"input_image\",\"image_url\":\"data:image/png;base64,AA==\",\"detail\":\"low\"}";
        List<Json> messages = messages(
                "{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"see\"}," + image + "]}",
                CALL,
                CALL.replace("call_1", "call_2"),
                OUTPUT.replace("\"a\\nb\"", "[{\"type\":\"input_text\",\"text\":\"shot\"}," + image + "]"),
                OUTPUT.replace("call_1", "call_2"),
                "{\"role\":\"user\",\"content\":\"and?\"}");

        assertThat(messages.stream().map(message -> message.text("role")))
                .containsExactly("user", "assistant", "tool", "tool", "user", "user");
        Json shown = messages.get(0).get("content").items().get(1);
        assertThat(shown.text("type")).isEqualTo("image_url");
        assertThat(shown.get("image_url").text("url")).isEqualTo("data:image/png;base64,AA==");
        assertThat(shown.get("image_url").text("detail")).isEqualTo("low");
        assertThat(messages.get(2).text("content")).isEqualTo("shot");
        assertThat(messages.get(4).get("content").items().get(1).text("type")).isEqualTo("image_url");
    }

    @Test
    void request_tools_areFunctionsAndThoseOfANamespaceAreNamedWithIt() {
        String function = "{\"type\":\"function\",\"name\":\"read\",\"description\":\"d\",\"parameters\":{\"a\": 1},"
                + "\"strict\":false}";
        String space =
                "{\"type\":\"namespace\",\"name\":\"agents\",\"description\":\"x\",\"tools\":[" + function + "]}";
        Json body = Json.parse(request("{\"input\":[{\"type\":\"function_call\",\"call_id\":\"c\",\"name\":\"read\","
                + "\"namespace\":\"agents\",\"arguments\":\"{}\"}],\"tools\":[" + function + "," + space
                + ",{\"type\":\"web_search\"}],\"tool_choice\":{\"type\":\"function\",\"name\":\"read\"},"
                + "\"parallel_tool_calls\":true}"));

        List<Json> tools = body.get("tools").items();
        assertThat(tools).hasSize(2);
        assertThat(tools.get(0).get("function").text("name")).isEqualTo("read");
        assertThat(tools.get(0).get("function").get("parameters")).isNotNull();
        assertThat(tools.get(1).get("function").text("name")).isEqualTo("agents__read");
        assertThat(body.get("tool_choice").get("function").text("name")).isEqualTo("read");
        assertThat(body.get("parallel_tool_calls")).isInstanceOf(Json.Bool.class);
        Json turn = body.get("messages").items().get(0);
        assertThat(turn.get("tool_calls").items().get(0).get("function").text("name"))
                .isEqualTo("agents__read");
    }

    @Test
    void request_onlyAToolThatIsLeftOut_hasNoChoiceEither() {
        assertThat(request("{\"input\":\"x\",\"tools\":[{\"type\":\"web_search\"}],\"tool_choice\":\"auto\"}"))
                .isEqualTo("{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}");
    }

    @Test
    void request_namesTooLongOrTaken_areToldApart() {
        String inner = "{\"type\":\"function\",\"name\":\"%s\"}";
        String longName = "n".repeat(60);
        Json body = Json.parse("{\"tools\":[" + inner.formatted("a__b") + ",{\"type\":\"namespace\",\"name\":\"a\","
                + "\"tools\":[" + inner.formatted("b") + "," + inner.formatted(longName) + "]}]}");
        ToolNames names = new ToolNames(body);

        String taken = names.flat("a", "b");
        String cut = names.flat("a", longName);
        assertThat(taken).isNotEqualTo("a__b");
        assertThat(cut).hasSizeLessThanOrEqualTo(64);
        assertThat(names.back(taken)).isEqualTo(new ToolNames.Named("a", "b"));
        assertThat(names.back(cut)).isEqualTo(new ToolNames.Named("a", longName));
        assertThat(names.back("a__b")).isEqualTo(new ToolNames.Named("", "a__b"));
    }

    @Test
    void request_schemaOfTheAnswer_isCarriedOver() {
        Json body = Json.parse(request("{\"input\":\"x\",\"text\":{\"verbosity\":\"low\",\"format\":{\"type\":"
                + "\"json_schema\",\"name\":\"n\",\"strict\":true,\"schema\":{\"type\":\"object\"}}}}"));

        assertThat(body.get("response_format").text("type")).isEqualTo("json_schema");
        assertThat(body.get("response_format").get("json_schema").text("name")).isEqualTo("n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"previous_response_id\":\"r\"|previous_response_id",
                "\"conversation\":\"c\"|conversation",
                "\"background\":true|background",
                "\"tools\":[{\"type\":\"code_interpreter\"}]|code_interpreter",
                "\"tools\":[{\"type\":\"mcp\"}]|mcp",
                "\"tool_choice\":{\"type\":\"file_search\"}|file_search",
                "\"input\":[{\"type\":\"item_reference\",\"id\":\"x\"}]|item_reference",
                "\"input\":[{\"type\":\"compaction\"}]|compaction",
                "\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_file\"}]}]|input_file",
                "\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_image\",\"file_id\":\"f\"}]}]|image"
            })
    void request_whatHasNoCounterpart_isAnErrorThatNamesIt(String member, String named) {
        assertThatThrownBy(() -> request("{\"model\":\"m\"," + member + "}"))
                .isInstanceOf(UntranslatableException.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPENAI_RESPONSES", "ANTHROPIC", "OLLAMA_CHAT"})
    void translations_otherFormats_haveNone(WireFormat to) {
        assertThat(Translations.of(WireFormat.OPENAI_RESPONSES, to)).isEmpty();
    }
}
