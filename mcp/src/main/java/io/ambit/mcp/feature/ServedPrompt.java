package io.ambit.mcp.feature;

import io.ambit.mcp.session.Call;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import java.util.List;
import java.util.Map;

/** A prompt that a person chooses in the client. */
public interface ServedPrompt {

    McpSchema.Prompt definition();

    /** The prompt filled in; the arguments that it requires are there. */
    GetPromptResult get(Map<String, String> arguments, Call call);

    /** Values of an argument that begin like what was typed, best first. */
    List<String> complete(String argument, String typed, Call call);
}
