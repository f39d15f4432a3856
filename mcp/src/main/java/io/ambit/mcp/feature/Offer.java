package io.ambit.mcp.feature;

import io.ambit.core.context.assembly.ProjectContext;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that a server offers, each in the order in which it is listed. Thread-safe. */
public interface Offer {

    /**
     * The tools that a client sees.
     *
     * @param selection as {@code --tools} names them; null for the default ones
     * @param changed to be told after each call that may have changed something
     * @throws io.ambit.core.error.InvalidInputException where it names none that there is
     */
    List<ServedTool> tools(@Nullable String selection, Runnable changed);

    List<ResourceSource> resources();

    List<ServedPrompt> prompts();

    /**
     * What a model is told of the server, and of the project that it works in.
     *
     * @param project may fail where the project cannot be read
     */
    String instructions(Supplier<ProjectContext> project);
}
