package io.ambit.core.context.assembly;

import io.ambit.core.item.Item;
import io.ambit.core.record.MemoryRecord;

/** What a piece is made of. */
sealed interface Source {

    record OfItem(Item item) implements Source {}

    record OfRecord(MemoryRecord record) implements Source {}

    /**
     * A text that is neither: a file, an epic's curated context, the timeline.
     *
     * @param kind "file" and the like
     */
    record OfText(String kind, String text) implements Source {}

    /** An address, which is never fetched: it can only be named. */
    record OfUrl(String url) implements Source {}
}
