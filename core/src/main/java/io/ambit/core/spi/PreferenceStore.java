package io.ambit.core.spi;

import io.ambit.core.event.PieceUse;
import io.ambit.core.session.Space;
import java.util.List;

/**
 * Keeps what was opened of contexts and what was not. Isolated by {@link Space}; thread-safe; several processes may add
 * at once and no count is lost. Throws {@link io.ambit.core.error.AmbitException} where it cannot be read or written.
 */
public interface PreferenceStore {

    /** All counts of a space, by task and role. */
    List<PieceUse> uses(Space space);

    /** Adds these counts to those that are kept. */
    void add(Space space, List<PieceUse> uses);

    /** Forgets all counts of a space. */
    void reset(Space space);
}
