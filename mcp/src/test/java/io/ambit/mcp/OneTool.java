package io.ambit.mcp;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.mcp.feature.Offer;
import io.ambit.mcp.feature.ResourceSource;
import io.ambit.mcp.feature.ServedPrompt;
import io.ambit.mcp.feature.ServedTool;
import io.ambit.mcp.tool.Tool;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An offer of one tool and nothing else. */
record OneTool(Tool tool) implements Offer {

    @Override
    public List<ServedTool> tools(@Nullable String selection, Runnable changed) {
        return List.of(new ToolAdapter(tool, changed));
    }

    @Override
    public List<ResourceSource> resources() {
        return List.of();
    }

    @Override
    public List<ServedPrompt> prompts() {
        return List.of();
    }

    @Override
    public String instructions(Supplier<ProjectContext> project) {
        return "You are in " + project.get().space() + ".";
    }
}
