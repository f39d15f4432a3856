package io.ambit.core.context.assembly;

import io.ambit.core.backlog.Backlog;
import io.ambit.core.memory.Memory;
import io.ambit.core.session.Space;

/** Backlog and memory of one project as a model is shown them. */
public final class ProjectContext {
    private final Space space;
    private final Backlog backlog;
    private final Memory memory;

    public ProjectContext(Space space, Backlog backlog, Memory memory) {
        this.space = space;
        this.backlog = backlog;
        this.memory = memory;
    }

    public Space space() {
        return space;
    }

    public Backlog backlog() {
        return backlog;
    }

    public Memory memory() {
        return memory;
    }
}
