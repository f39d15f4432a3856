package io.ambit.mcp;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.mcp.feature.ServedTool;
import io.ambit.mcp.session.Call;
import io.ambit.mcp.session.Params;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ListToolsResult;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code tools/list} and {@code tools/call}. */
final class ToolMethods {
    private static final Logger LOG = LoggerFactory.getLogger(ToolMethods.class);

    private final Map<String, ServedTool> tools = new LinkedHashMap<>();
    private final List<McpSchema.Tool> definitions;

    ToolMethods(List<ServedTool> tools) {
        tools.forEach(tool -> this.tools.put(tool.definition().name(), tool));
        definitions = tools.stream().map(ServedTool::definition).toList();
    }

    Object list(Call call, Params params) {
        Pages.Page<McpSchema.Tool> page = Pages.of(definitions, McpSchema.Tool::name, params.optional("cursor"));
        return new ListToolsResult(page.entries(), page.next(), null);
    }

    /** A failure is the tool's answer, so that the model sees it and can do better. */
    Object call(Call call, Params params) {
        String name = params.text("name");
        ServedTool tool = tools.get(name);
        if (tool == null) {
            throw new InvalidInputException(
                    "no tool '" + name + "', expected one of " + String.join(", ", tools.keySet()));
        }
        try {
            return tool.call(params.object("arguments").values(), call);
        } catch (AmbitException e) {
            return failure(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("tool {} failed", name, e);
            call.log(LoggingLevel.ERROR, name + " failed unexpectedly, see Ambit's log");
            return failure(name + " failed unexpectedly; what happened is in Ambit's log");
        }
    }

    private static CallToolResult failure(String message) {
        return CallToolResult.builder(List.of(new TextContent(null, message, null)))
                .isError(true)
                .build();
    }
}
