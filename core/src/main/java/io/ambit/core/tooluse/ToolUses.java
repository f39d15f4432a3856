package io.ambit.core.tooluse;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.session.Space;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The advice of all projects: each is made when it is first asked for and kept, so that what it has read of the ledger
 * is not read again at each question. Thread-safe.
 */
public final class ToolUses {
    private final Function<Space, ToolUse.Sources> sources;
    private final Map<ProjectContext, ToolUse> made = new ConcurrentHashMap<>();

    /**
     * Opens nothing yet.
     *
     * @param sources asked for at each project's first question; they stay the caller's to close
     */
    public ToolUses(Function<Space, ToolUse.Sources> sources) {
        this.sources = sources;
    }

    /** Advice on the tools of a project. */
    public ToolUse of(ProjectContext project) {
        return made.computeIfAbsent(project, its -> new ToolUse(its, sources.apply(its.space())));
    }
}
