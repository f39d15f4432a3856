package io.ambit.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.ambit.core.text.JsonTree;
import io.ambit.mcp.tool.set.ToolSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Holds structured answers to the schemas that their tools declare, by a validator that is not ours. */
final class AnswerSchemas {
    private static final Map<String, Schema> OUTPUTS = new HashMap<>();

    static {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (Tool tool : ToolSet.all().tools()) {
            OUTPUTS.put(tool.name(), registry.getSchema(JsonTree.write(tool.outputSchema()), InputFormat.JSON));
        }
    }

    private AnswerSchemas() {}

    static void assertFits(String tool, ToolResult result) {
        String json = JsonTree.write(result.structured());
        assertThat(Objects.requireNonNull(OUTPUTS.get(tool)).validate(json, InputFormat.JSON))
                .as("%s answered %s", tool, json)
                .isEmpty();
    }
}
