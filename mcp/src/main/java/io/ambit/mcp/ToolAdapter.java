package io.ambit.mcp;

import io.ambit.mcp.feature.ServedTool;
import io.ambit.mcp.session.Call;
import io.ambit.mcp.tool.Tool;
import io.ambit.mcp.tool.ToolResult;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.List;
import java.util.Map;

/** A tool, in the protocol's words. */
final class ToolAdapter implements ServedTool {
    private final Tool tool;
    private final Runnable changed;
    private final McpSchema.Tool definition;

    /**
     * Wraps a tool.
     *
     * @param changed told after each call that may have changed something
     */
    ToolAdapter(Tool tool, Runnable changed) {
        this.tool = tool;
        this.changed = changed;
        Tool.Hints hints = tool.hints();
        // What it works with is this machine's, never the open world.
        ToolAnnotations annotations = new ToolAnnotations(
                tool.title(), hints.readOnly(), hints.destructive(), hints.idempotent(), false, null);
        this.definition = McpSchema.Tool.builder(tool.name(), tool.inputSchema())
                .title(tool.title())
                .description(tool.description())
                .outputSchema(tool.outputSchema())
                .annotations(annotations)
                .build();
    }

    @Override
    public McpSchema.Tool definition() {
        return definition;
    }

    @Override
    public CallToolResult call(Map<String, Object> arguments, Call call) {
        ToolResult result = tool.call(arguments, call);
        if (!tool.hints().readOnly()) {
            changed.run();
        }
        return CallToolResult.builder(List.of(new TextContent(null, result.text(), null)))
                .structuredContent(result.structured())
                .isError(false)
                .build();
    }
}
