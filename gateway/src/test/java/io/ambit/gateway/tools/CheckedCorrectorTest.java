package io.ambit.gateway.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.text.Json;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.check.CallCheck;
import io.ambit.wire.schema.JsonSchemaValidator;
import io.ambit.wire.tools.ToolForms;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedCorrectorTest {
    private static final List<ToolDefinition> TOOLS = ToolForms.of(Json.parse("""
            [{"name": "list_parts", "inputSchema": {"type": "object", "additionalProperties": false,
              "required": ["folder_name"], "properties": {"folder_name": {"type": "string"},
              "sort_by": {"enum": ["name", "size"]}, "max_results": {"type": "integer"}}}}]"""));

    private final CheckedCorrector corrector = new CheckedCorrector(new CallCheck(new JsonSchemaValidator()));

    @Test
    void correct_spelling_isMadeRightAndTold() {
        CallCorrector.Corrected made = corrector
                .correct(TOOLS, "listParts", "{\"folderName\":\".\",\"sort_by\":\"SIZE\",\"max_results\":\"7\"}")
                .orElseThrow();
        assertThat(made.call().tool()).isEqualTo("list_parts");
        assertThat(made.call().arguments()).isEqualTo(Map.of("folder_name", ".", "sort_by", "size", "max_results", 7L));
        assertThat(made.corrections().stream().map(Correction::inWords).toList())
                .hasSize(4)
                .contains("call set right: list_parts, name: listParts -> list_parts")
                .allMatch(Correction::isTold);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"folder_name\":\".\"}", // right as it is
                "{}", // what is missing is not made up
                "{\"folder_name\":\".\",\"colour\":\"red\"}", // what is too much is not left out
                "{\"folder_name\":\".\",\"sort_by\":\"date\"}", // no value that was meant
                "{\"folder_name\":", // no JSON
            })
    void correct_anythingElse_staysAsItIs(String arguments) {
        assertThat(corrector.correct(TOOLS, "list_parts", arguments)).isEmpty();
    }
}
