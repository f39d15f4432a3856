package io.ambit.core.context.assembly;

import io.ambit.core.session.Space;
import java.util.List;
import java.util.Optional;

/** The projects of this machine: each has the space of its memory and the folder of its backlog. Thread-safe. */
public interface Projects {

    /**
     * The project that a folder lies in; known from then on.
     *
     * @param folder an absolute path
     */
    ProjectContext inFolder(String folder);

    /** The project of a space; empty where no folder of it is known. */
    Optional<ProjectContext> ofSpace(Space space);

    /**
     * The project of a space; where no folder of it is known, with the backlog of those that have none of their own. A
     * space gets an agent's sessions by its name alone.
     */
    ProjectContext inSpace(Space space);

    /** All that are known, last used first. */
    List<ProjectContext> known();
}
