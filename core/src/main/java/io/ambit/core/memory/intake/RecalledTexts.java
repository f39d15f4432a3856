package io.ambit.core.memory.intake;

import io.ambit.core.session.Space;
import io.ambit.core.text.Hash;

/** Knows what memory has shown; {@link io.ambit.core.spi.MemoryJournal#wasRecalled} is one. */
@FunctionalInterface
public interface RecalledTexts {
    /** Nothing was shown: for sources that no model had a hand in, files of notes say. */
    RecalledTexts NONE = (space, text) -> false;

    /** Whether a text of this hash, by {@link io.ambit.core.event.RecalledText}, was shown in the space. */
    boolean wasRecalled(Space space, Hash text);
}
