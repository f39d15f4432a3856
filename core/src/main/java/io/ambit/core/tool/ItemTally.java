package io.ambit.core.tool;

import java.util.Map;

/**
 * What was called for the sake of one item of the backlog.
 *
 * @param item its id, "" for what was asked without naming one
 * @param goals how often a person asked
 * @param tools calls by the name of the tool
 */
public record ItemTally(String item, int goals, Map<String, CallCount> tools) {
    public ItemTally {
        tools = Map.copyOf(tools);
    }

    public CallCount total() {
        return tools.values().stream().reduce(CallCount.NONE, CallCount::plus);
    }
}
