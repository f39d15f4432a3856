package io.ambit.core.spi;

import io.ambit.core.item.ItemId;
import java.time.Instant;
import java.util.Map;

/**
 * When the items of one backlog were last opened. Files do not tell that, and reading must not change them. Thread-safe;
 * may forget what is oldest.
 */
public interface ItemAccesses {
    /** Remembers nothing. */
    ItemAccesses NONE = new ItemAccesses() {
        @Override
        public void opened(ItemId item, Instant at) {
            // Nothing is remembered.
        }

        @Override
        public Map<String, Instant> all() {
            return Map.of();
        }
    };

    /** Says that somebody was shown the whole of an item. */
    void opened(ItemId item, Instant at);

    /** The last time for each item that was opened, by {@link ItemId#key}. */
    Map<String, Instant> all();
}
