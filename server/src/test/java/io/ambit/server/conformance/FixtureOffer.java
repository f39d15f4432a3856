package io.ambit.server.conformance;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.mcp.feature.Offer;
import io.ambit.mcp.feature.ResourceSource;
import io.ambit.mcp.feature.ServedPrompt;
import io.ambit.mcp.feature.ServedTool;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All fixtures of the suite. */
public final class FixtureOffer implements Offer {

    @Override
    public List<ServedTool> tools(@Nullable String selection, Runnable changed) {
        return FixtureTools.all();
    }

    @Override
    public List<ResourceSource> resources() {
        return List.of(new FixtureResources());
    }

    @Override
    public List<ServedPrompt> prompts() {
        return FixturePrompt.all();
    }

    @Override
    public String instructions(Supplier<ProjectContext> project) {
        return "A server for the conformance suite.";
    }
}
