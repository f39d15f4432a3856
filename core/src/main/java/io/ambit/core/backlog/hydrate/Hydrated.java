package io.ambit.core.backlog.hydrate;

import io.ambit.core.item.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items and what was brought along with them.
 *
 * @param pieces in the order in which they are shown
 * @param leftOut what the budget had no room for
 */
public record Hydrated(List<Piece> pieces, List<LeftOut> leftOut) {
    public Hydrated {
        pieces = List.copyOf(pieces);
        leftOut = List.copyOf(leftOut);
    }

    /** What a piece is to those who asked. */
    public enum Role {
        ITEM,
        /** The curated context of an item's epic. */
        EPIC_CONTEXT,
        EPIC,
        REFERENCE
    }

    /**
     * One text.
     *
     * @param id of an item, or the address as it stands in the item that refers to it
     * @param item null where it is none
     * @param from the item that led here; "" for those that were asked for
     * @param text as stored, at most as much as had room; "" for an address that is not followed
     * @param note why there is no text, or ""
     * @param cut whether there is more of it
     */
    public record Piece(
            Role role, String id, @Nullable Item item, String from, String text, String note, boolean cut) {}

    /** Something that is not shown. */
    public record LeftOut(Role role, String id, int tokens) {}
}
