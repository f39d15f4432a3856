package io.ambit.core.backlog;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.ItemType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which items are listed, and in which order.
 *
 * @param types none for all
 * @param statuses words as they stand in the files; none for all
 * @param parent only what belongs to that item, as somebody wrote its id; null for all
 * @param tags only items that bear all of these
 * @param text only items in whose title all of its words occur; "" for all
 * @param offset how many to leave out at the start
 * @param limit most items to return
 */
public record ListRequest(
        Set<ItemType> types,
        Set<String> statuses,
        @Nullable String parent,
        Set<String> tags,
        String text,
        Sort sort,
        int offset,
        int limit) {
    public static final int DEFAULT_LIMIT = 50;

    /** By what items are ordered; equal ones by id. */
    public enum Sort {
        /** Last changed first. */
        UPDATED,
        /** Last created first. */
        CREATED,
        ID,
        TITLE,
        /** In progress, blocked, open, then what is closed. */
        STATUS
    }

    public ListRequest {
        types = Set.copyOf(types);
        statuses = Set.copyOf(statuses);
        tags = Set.copyOf(tags);
        if (limit < 1 || offset < 0) {
            throw new InvalidInputException("limit " + limit + ", offset " + offset
                    + ", expected a limit of 1 or more and an offset of 0 or more");
        }
    }

    public static ListRequest all() {
        return new ListRequest(Set.of(), Set.of(), null, Set.of(), "", Sort.UPDATED, 0, Integer.MAX_VALUE);
    }
}
