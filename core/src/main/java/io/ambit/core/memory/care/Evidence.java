package io.ambit.core.memory.care;

import io.ambit.core.record.MemoryRecord;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** How sure one may be of what several episodes show. */
final class Evidence {
    private Evidence() {}

    /**
     * Laplace's rule of succession: after {@code n} independent successes and {@code f} failures the next one succeeds
     * with a probability of (n + 1) / (n + f + 2). Three successes without a failure give 0.8.
     */
    static double confidence(int successes, int failures) {
        return (successes + 1.0) / (successes + failures + 2.0);
    }

    /** How many of the episodes are independent: those of one session count once. */
    static int independent(Collection<MemoryRecord> episodes) {
        Set<String> origins = new HashSet<>();
        for (MemoryRecord episode : episodes) {
            String session = episode.provenance().session();
            origins.add(session == null ? "record " + episode.id() : "session " + session);
        }
        return origins.size();
    }
}
