package io.ambit.core.tooluse.suggest.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.ToolDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterFillingTest {

    private static ToolDefinition tool(String schema) {
        return new ToolDefinition("t", "", "", JsonTree.members((Json.Obj) Json.parse(schema)));
    }

    private static String filled(String schema, String request) {
        return JsonTree.write(
                ParameterFilling.of(tool(schema), request, "", List.of()).parameters());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "email | {\"type\":\"string\"} | Write to ann@example.org. | ann@example.org",
                "url | {\"type\":\"string\"} | Fetch https://example.org/a?b=1, please | https://example.org/a?b=1",
                "path | {\"type\":\"string\"} | show src/main/App.java | src/main/App.java",
                "date | {\"type\":\"string\"} | flights on 2026-03-04? | 2026-03-04",
                "task_id | {\"type\":\"string\"} | close TASK-0024 now | TASK-0024",
                "title | {\"type\":\"string\"} | create an issue with title \"It breaks\" | It breaks",
                "city | {\"type\":\"string\"} | what is the weather in San Francisco? | San Francisco",
                "unit | {\"enum\":[\"celsius\",\"kelvin\"]} | the weather in celsius | celsius",
                "query | {\"type\":\"string\"} | cheap flights | cheap flights"
            })
    void of_valueInTheRequest_isTaken(String name, String schema, String request, String value) {
        assertThat(ParameterFilling.of(
                                tool("{\"properties\":{\"" + name + "\":" + schema + "}}"), request, "", List.of())
                        .parameters())
                .isEqualTo(Map.of(name, value));
    }

    @Test
    void of_numbers_areToldByTheirNames() {
        assertThat(filled(
                        "{\"properties\":{\"width\":{\"type\":\"integer\"},\"height\":{\"type\":\"integer\"}}}",
                        "resize to width 640 and height 480"))
                .isEqualTo("{\"width\":640,\"height\":480}");
        assertThat(filled(
                        "{\"properties\":{\"amount\":{\"type\":\"number\"}},\"required\":[\"amount\"]}",
                        "convert $1,250.50 please"))
                .isEqualTo("{\"amount\":1250.50}");
    }

    @Test
    void of_severalValuesThatMayBeMeant_takesNone() {
        Filled filled = ParameterFilling.of(
                tool("{\"properties\":{\"email\":{\"type\":\"string\"}},\"required\":[\"email\"]}"),
                "from ann@example.org or bob@example.org",
                "",
                List.of());

        assertThat(filled.parameters()).isEmpty();
        assertThat(filled.missing()).containsExactly("email");
    }

    @Test
    void of_workedCallsThatAgree_lendWhatNamesNothing() {
        ToolDefinition tool =
                tool("{\"properties\":{\"language\":{\"type\":\"string\"},\"issue_id\":{\"type\":\"string\"},"
                        + "\"state\":{\"type\":\"string\"}}}");
        List<Map<String, Object>> worked = List.of(
                Map.of("language", "en", "issue_id", "seven", "state", "open"),
                Map.of("language", "en", "issue_id", "seven", "state", "closed"));

        assertThat(ParameterFilling.of(tool, "do it", "", worked).parameters()).isEqualTo(Map.of("language", "en"));
        assertThat(ParameterFilling.of(tool, "do it", "", worked.subList(0, 1)).parameters())
                .isEmpty();
    }

    @Test
    void of_context_isLookedAtSecond() {
        ToolDefinition tool = tool("{\"properties\":{\"path\":{\"type\":\"string\"}}}");

        assertThat(ParameterFilling.of(tool, "read it", "open: a/b.txt", List.of())
                        .parameters())
                .isEqualTo(Map.of("path", "a/b.txt"));
        assertThat(ParameterFilling.of(tool, "read c/d.txt", "open: a/b.txt", List.of())
                        .parameters())
                .isEqualTo(Map.of("path", "c/d.txt"));
    }

    @Test
    void of_switches_areSetByName() {
        String schema = "{\"properties\":{\"recursive\":{\"type\":\"boolean\"}}}";

        assertThat(filled(schema, "list the folder recursively")).isEqualTo("{\"recursive\":true}");
        assertThat(filled(schema, "list it, not recursive")).isEqualTo("{\"recursive\":false}");
        assertThat(filled(schema, "list it")).isEqualTo("{}");
    }

    @Test
    void of_schemaThatIsNoSchema_fillsNothing() {
        assertThat(filled(
                        "{\"properties\":{\"a\":7,\"b\":{\"type\":[],\"enum\":3,\"items\":1}},\"required\":1}",
                        "x \"y\" 3"))
                .isEqualTo("{}");
    }
}
