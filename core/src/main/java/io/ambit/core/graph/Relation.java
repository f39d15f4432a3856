package io.ambit.core.graph;

import io.ambit.core.item.ItemId;
import io.ambit.core.record.LinkType;

/**
 * How one item of a backlog stands to another.
 *
 * @param type belongs_to, blocks, relates_to, references or supersedes
 * @param source where the files say so: a key of the front matter, or {@code body}
 */
public record Relation(ItemId from, LinkType type, ItemId to, String source) {
    /** The source of what stands in the text alone. */
    public static final String BODY = "body";

    /** The end that is not the given one. */
    public ItemId other(ItemId end) {
        return from.equals(end) ? to : from;
    }
}
