package io.ambit.server.conformance;

import io.ambit.mcp.feature.ServedTool;
import io.ambit.mcp.session.Call;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A tool of the suite. */
record FixtureTool(McpSchema.Tool definition, BiFunction<Map<String, Object>, Call, CallToolResult> answer)
        implements ServedTool {
    private static final Map<String, Object> NO_ARGUMENTS = Map.of("type", "object", "properties", Map.of());

    /** A tool without arguments that always answers the same. */
    static FixtureTool fixed(String name, Content... content) {
        return of(name, NO_ARGUMENTS, (arguments, call) -> result(content));
    }

    static FixtureTool of(String name, BiFunction<Map<String, Object>, Call, CallToolResult> answer) {
        return of(name, NO_ARGUMENTS, answer);
    }

    static FixtureTool of(
            String name, Map<String, Object> schema, BiFunction<Map<String, Object>, Call, CallToolResult> answer) {
        return new FixtureTool(
                McpSchema.Tool.builder(name, schema)
                        .description("Fixture " + name + " of the conformance suite")
                        .build(),
                answer);
    }

    static CallToolResult result(Content... content) {
        return CallToolResult.builder(List.of(content)).isError(false).build();
    }

    static CallToolResult text(String text) {
        return result(new TextContent(null, text, null));
    }

    @Override
    public CallToolResult call(Map<String, Object> arguments, Call call) {
        return answer.apply(arguments, call);
    }
}
