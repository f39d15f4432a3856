package io.ambit.core.backlog;

import io.ambit.core.item.Item;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Items with what stands around them.
 *
 * @param pieces the items that were asked for, in their order, then what they belong to and what they refer to, nearest
 *     first
 * @param leftOut what there was no room for, and references that lead to nothing that can be shown
 * @param unknown ids that no item bears, as they were written
 * @param tokens of all pieces; never more than {@code maxTokens}
 */
public record Hydrated(List<Piece> pieces, List<LeftOut> leftOut, List<String> unknown, int tokens, int maxTokens) {
    public Hydrated {
        pieces = List.copyOf(pieces);
        leftOut = List.copyOf(leftOut);
        unknown = List.copyOf(unknown);
    }

    /** What a piece is to the items that were asked for. */
    public enum Role {
        ITEM,
        PARENT,
        /** What a person has curated of an epic. */
        EPIC_CONTEXT,
        REFERENCE,
        FILE;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One piece.
     *
     * @param id of the item, or the path of a file
     * @param item null for what is no item
     * @param of the id of the item that led to it; "" for one that was asked for
     * @param text all of it or its beginning
     * @param cut whether the text is only a beginning, which it says at its end
     * @param tokens of id, title and text together
     */
    public record Piece(
            String id,
            Role role,
            String of,
            String title,
            @Nullable Item item,
            String text,
            boolean cut,
            int tokens) {}

    /** Something that is not shown, with the reason. */
    public record LeftOut(String id, String of, String title, String reason) {}
}
