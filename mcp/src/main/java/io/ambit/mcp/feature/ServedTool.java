package io.ambit.mcp.feature;

import io.ambit.mcp.session.Call;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Map;

/** A tool as clients see it. */
public interface ServedTool {

    McpSchema.Tool definition();

    /**
     * Answers a call.
     *
     * @throws io.ambit.core.error.AmbitException with a message that is fit for the model
     */
    CallToolResult call(Map<String, Object> arguments, Call call);
}
