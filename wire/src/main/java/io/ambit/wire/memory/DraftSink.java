package io.ambit.wire.memory;

import io.ambit.core.record.Draft;
import io.ambit.core.record.RecordId;
import java.util.Optional;

/** Takes what a reader finds, in order. */
public interface DraftSink {

    void draft(Draft draft);

    /** A record that its source kept out of sight: it is to be stored and then archived. */
    default void archived(Draft draft) {
        draft(draft);
    }

    /** A link between two records; one of which an end is not stored is left out. */
    void link(PlannedLink link);

    /** The id of a record that was given before; none where it was refused. What is held back is stored first. */
    Optional<RecordId> id(RecordPlace place);

    /**
     * A piece that was left out.
     *
     * @param line from 1; 0 where the whole file is meant
     * @param message what was expected and what came
     */
    void problem(String file, long line, String message);
}
