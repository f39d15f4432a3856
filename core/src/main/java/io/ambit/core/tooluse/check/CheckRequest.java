package io.ambit.core.tooluse.check;

import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ToolDefinition;
import java.util.List;

/**
 * A call to be checked.
 *
 * @param tools that are offered beside those that passed in the project; one that is given here counts instead of one of
 *     the same name that passed
 */
public record CheckRequest(Invocation call, List<ToolDefinition> tools) {
    public CheckRequest {
        tools = List.copyOf(tools);
    }
}
