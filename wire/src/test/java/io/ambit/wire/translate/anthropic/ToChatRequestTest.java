package io.ambit.wire.translate.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.wire.Translation;
import io.ambit.wire.UntranslatableException;
import io.ambit.wire.WireFormat;
import io.ambit.wire.chat.Plain;
import io.ambit.wire.translate.Translations;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToChatRequestTest {
    private static final String USER = "{\"role\":\"user\",\"content\":\"go\"}";
    private final Translation translation =
            Translations.of(WireFormat.ANTHROPIC, WireFormat.OPENAI_CHAT).orElseThrow();

    private String translated(String body) {
        return new String(translation.request(body.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private void assertMessages(String messages, String chat) {
        assertThat(Plain.read(translated("{\"messages\":[" + messages + "]}")).get("messages"))
                .isEqualTo(Plain.read("[" + chat + "]"));
    }

    @Test
    void request_text_hasSystemPromptAndSettings() {
        String body =
                "{\"model\":\"m\",\"max_tokens\":9,\"temperature\":0.50,\"stop_sequences\":[\"X\"],\"stream\":true,"
                        + "\"system\":[{\"type\":\"text\",\"text\":\"x-anthropic-billing-header: v1;\"},"
                        + "{\"type\":\"text\",\"text\":\"be\",\"cache_control\":{\"type\":\"ephemeral\"}},"
                        + "{\"type\":\"text\",\"text\":\"brief\"}],\"metadata\":{\"user_id\":\"u\"},"
                        + "\"thinking\":{\"type\":\"adaptive\"},\"context_management\":{},\"output_config\":{\"effort\":\"high\"},"
                        + "\"seed\":7,\"messages\":[" + USER + "]}";
        assertThat(Plain.read(translated(body)))
                .isEqualTo(Plain.read("{\"messages\":[{\"role\":\"system\",\"content\":\"be\\n\\nbrief\"}," + USER
                        + "],\"model\":\"m\",\"max_tokens\":9,\"temperature\":0.50,\"stop\":[\"X\"],\"stream\":true,"
                        + "\"stream_options\":{\"include_usage\":true},\"seed\":7}"));
    }

    @Test
    void request_wholeAnswer_asksForNoStream() {
        assertThat(Plain.read(translated("{\"stream\":false,\"messages\":[" + USER + "]}")))
                .isEqualTo(Plain.read("{\"stream\":false,\"messages\":[" + USER + "]}"));
    }

    @Test
    void request_systemMessages_joinThePromptUntilTheFirstAnswer() {
        assertMessages(
                USER + ",{\"role\":\"system\",\"content\":\"env\"},{\"role\":\"assistant\",\"content\":\"a\"},"
                        + "{\"role\":\"system\",\"content\":[{\"type\":\"text\",\"text\":\"later\"}]}," + USER,
                "{\"role\":\"system\",\"content\":\"env\"}," + USER + ",{\"role\":\"assistant\",\"content\":\"a\"},"
                        + "{\"role\":\"system\",\"content\":\"later\"}," + USER);
    }

    @Test
    void request_parallelCalls_areOneMessageAndTheirResultsComeBeforeTheText() {
        assertMessages(
                USER + ",{\"role\":\"assistant\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"hm\","
                        + "\"signature\":\"s\"},{\"type\":\"text\",\"text\":\"so\"},"
                        + "{\"type\":\"tool_use\",\"id\":\"t1\",\"name\":\"read\",\"input\":{\"p\": 1.0}},"
                        + "{\"type\":\"tool_use\",\"id\":\"t2\",\"name\":\"ls\",\"input\":{}}]},"
                        + "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"and\"},"
                        + "{\"type\":\"tool_result\",\"tool_use_id\":\"t1\",\"content\":\"one\"},"
                        + "{\"type\":\"tool_result\",\"tool_use_id\":\"t2\",\"is_error\":true,\"content\":["
                        + "{\"type\":\"text\",\"text\":\"gone\"}]},{\"type\":\"text\",\"text\":\"more\"}]}",
                USER
                        + ",{\"role\":\"assistant\",\"content\":\"so\",\"tool_calls\":[{\"id\":\"t1\",\"type\":\"function\","
                        + "\"function\":{\"name\":\"read\",\"arguments\":\"{\\\"p\\\": 1.0}\"}},{\"id\":\"t2\","
                        + "\"type\":\"function\",\"function\":{\"name\":\"ls\",\"arguments\":\"{}\"}}]},"
                        + "{\"role\":\"tool\",\"tool_call_id\":\"t1\",\"content\":\"one\"},"
                        + "{\"role\":\"tool\",\"tool_call_id\":\"t2\",\"content\":\"Error: gone\"},"
                        + "{\"role\":\"user\",\"content\":\"and\\n\\nmore\"}");
    }

    @Test
    void request_images_becomeUrlsAndThoseOfResultsFollowThem() {
        String image =
                "{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"iV\"}}";
        String url = "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,iV\"}}";
        assertMessages(
                "{\"role\":\"user\",\"content\":[" + image + ",{\"type\":\"image\",\"source\":{\"type\":\"url\","
                        + "\"url\":\"https://x/y.png\"}},{\"type\":\"text\",\"text\":\"look\"}]}",
                "{\"role\":\"user\",\"content\":[" + url + ",{\"type\":\"image_url\",\"image_url\":{\"url\":"
                        + "\"https://x/y.png\"}},{\"type\":\"text\",\"text\":\"look\"}]}");
        assertMessages(
                "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"content\":[" + image
                        + "]}]}",
                "{\"role\":\"tool\",\"tool_call_id\":\"t\",\"content\":\"[the images of this result follow]\"},"
                        + "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":"
                        + "\"Images of the result of t:\"}," + url + "]}");
    }

    @Test
    void request_tools_areFunctions() {
        assertThat(Plain.read(translated("{\"messages\":[" + USER + "],\"tools\":[{\"name\":\"read\","
                        + "\"description\":\"d\",\"input_schema\":{\"type\":\"object\"},\"defer_loading\":true}],"
                        + "\"tool_choice\":{\"type\":\"any\",\"disable_parallel_tool_use\":true}}")))
                .isEqualTo(Plain.read("{\"messages\":[" + USER + "],\"tools\":[{\"type\":\"function\",\"function\":"
                        + "{\"name\":\"read\",\"description\":\"d\",\"parameters\":{\"type\":\"object\"}}}],"
                        + "\"tool_choice\":\"required\",\"parallel_tool_calls\":false}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"auto\"}|\"auto\"",
                "{\"type\":\"none\"}|\"none\"",
                "{\"type\":\"tool\",\"name\":\"read\"}|{\"type\":\"function\",\"function\":{\"name\":\"read\"}}"
            })
    void request_toolChoice_isSaidInTheOtherWords(String choice, String chat) {
        String body = "{\"messages\":[" + USER + "],\"tools\":[{\"name\":\"read\"}],\"tool_choice\":" + choice + "}";
        assertThat(Plain.read(translated(body)).get("tool_choice")).isEqualTo(Plain.read(chat));
    }

    @Test
    void request_answerInASchema_isAResponseFormat() {
        assertThat(Plain.read(translated("{\"messages\":[" + USER + "],\"output_config\":{\"format\":{\"type\":"
                                + "\"json_schema\",\"schema\":{\"type\":\"object\"}}}}"))
                        .at("/response_format/json_schema/schema/type")
                        .asString())
                .isEqualTo("object");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"tools\":[{\"type\":\"web_search_20250305\",\"name\":\"web_search\"}]|web_search_20250305",
                "\"mcp_servers\":[{\"url\":\"u\"}]|mcp_servers",
                "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"document\"}]}]|'document'",
                "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"novel_block\"}]}]|'novel_block'",
                "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":{\"type\":\"file\"}}]}]|'file'",
                "\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"server_tool_use\"}]}]|'server_tool_use'",
                "\"messages\":[{\"role\":\"assistant\",\"content\":\"{\"}]|the last message is the assistant's",
                "\"messages\":[{\"role\":\"critic\",\"content\":\"x\"}]|role 'critic'",
                "\"tools\":[{\"name\":\"x\"}],\"tool_choice\":{\"type\":\"odd\"}|type 'odd'",
            })
    void request_withoutCounterpart_saysWhat(String members, String named) {
        assertThatThrownBy(() -> translated("{" + members + "}"))
                .isInstanceOf(UntranslatableException.class)
                .hasMessageContaining(named);
    }
}
