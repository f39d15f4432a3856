package io.ambit.mcp.feature;

import java.util.List;

/** All that a server offers, in the order in which it is listed. */
public record Features(List<ServedTool> tools, List<ResourceSource> resources, List<ServedPrompt> prompts) {
    public Features {
        tools = List.copyOf(tools);
        resources = List.copyOf(resources);
        prompts = List.copyOf(prompts);
    }
}
