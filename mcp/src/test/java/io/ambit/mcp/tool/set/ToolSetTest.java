package io.ambit.mcp.tool.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.JsonTree;
import io.ambit.mcp.tool.Tool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToolSetTest {

    private static Map<String, Object> asListed(Tool tool) {
        Map<String, Object> listed = new LinkedHashMap<>();
        listed.put("name", tool.name());
        listed.put("title", tool.title());
        listed.put("description", tool.description());
        listed.put("inputSchema", tool.inputSchema());
        listed.put("outputSchema", tool.outputSchema());
        listed.put(
                "annotations",
                Map.of(
                        "title", tool.title(),
                        "readOnlyHint", tool.hints().readOnly(),
                        "destructiveHint", tool.hints().destructive(),
                        "idempotentHint", tool.hints().idempotent(),
                        "openWorldHint", false));
        return listed;
    }

    private static List<String> names(ToolSet tools) {
        return tools.tools().stream().map(Tool::name).toList();
    }

    @Test
    void core_asListed_costsNoMoreThanPromised() {
        List<Map<String, Object>> listed =
                ToolSet.core().tools().stream().map(ToolSetTest::asListed).toList();

        int tokens = new BpeTokenCounter().count(JsonTree.write(Map.of("tools", listed)));

        assertThat(listed).hasSizeLessThanOrEqualTo(12);
        assertThat(tokens).isBetween(1_000, 5_000);
    }

    @Test
    void all_twice_isTheSameInTheSameOrder() {
        assertThat(ToolSet.all().tools().stream()
                        .map(ToolSetTest::asListed)
                        .map(JsonTree::write)
                        .toList())
                .isEqualTo(ToolSet.all().tools().stream()
                        .map(ToolSetTest::asListed)
                        .map(JsonTree::write)
                        .toList());
    }

    @Test
    void of_selection_isInTheOrderOfTheWhole() {
        assertThat(names(ToolSet.of("memory_forget,memory_recall"))).containsExactly("memory_recall", "memory_forget");
        assertThat(names(ToolSet.of("core"))).isEqualTo(names(ToolSet.core()));
        assertThat(names(ToolSet.of("all"))).isEqualTo(names(ToolSet.all()));
        assertThat(names(ToolSet.of("core, memory_forget")))
                .hasSize(names(ToolSet.core()).size() + 1);
    }

    @Test
    void of_unknownName_namesTheNearOne() {
        assertThatThrownBy(() -> ToolSet.of("memory_recal"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("'memory_recal'")
                .hasMessageContaining("memory_recall");
        assertThatThrownBy(() -> ToolSet.of(" , ")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void tools_each_hasWhatAModelNeeds() {
        for (Tool tool : ToolSet.all().tools()) {
            assertThat(tool.name()).matches("(backlog|memory|context)_[a-z_]+");
            assertThat(tool.title()).isNotBlank();
            assertThat(tool.description()).as(tool.name()).hasSizeBetween(30, 600);
            assertThat(tool.hints().readOnly() && tool.hints().destructive())
                    .as(tool.name())
                    .isFalse();
        }
    }
}
