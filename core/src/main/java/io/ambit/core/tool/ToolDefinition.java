package io.ambit.core.tool;

import io.ambit.core.text.JsonTree;
import java.util.Map;

/**
 * A tool as an agent is offered it.
 *
 * @param description "" where it has none
 * @param server who offers it, "" where that is not known
 * @param inputSchema JSON Schema of its arguments as a tree; empty where anything may be passed
 */
public record ToolDefinition(String name, String description, String server, Map<String, Object> inputSchema) {

    /** What a definition costs a request that carries it, as text to be counted. */
    public String text() {
        return name + '\n' + description + '\n' + JsonTree.write(inputSchema);
    }
}
