package io.ambit.core.context.assembly.reconcile;

import io.ambit.core.item.ItemId;
import io.ambit.core.record.MemoryRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was captured for an epic.
 *
 * @param statement what it says on one line
 * @param record null where it is an item
 */
record Captured(
        String id,
        String type,
        String title,
        String statement,
        String text,
        String author,
        Instant at,
        @Nullable MemoryRecord record) {

    /** The same for all spellings of its id. */
    String key() {
        return ItemId.key(id);
    }
}
