package io.ambit.core.backlog;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.ItemType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question to a backlog.
 *
 * @param text as it was asked
 * @param types none for all
 * @param statuses words as they stand in the files; none for all
 * @param parent only what belongs to that item, as somebody wrote its id; null for all
 * @param tags only items that bear all of these
 * @param limit most items to return
 */
public record FindRequest(
        String text,
        Set<ItemType> types,
        Set<String> statuses,
        @Nullable String parent,
        Set<String> tags,
        int limit) {
    public static final int DEFAULT_LIMIT = 10;

    public FindRequest {
        types = Set.copyOf(types);
        statuses = Set.copyOf(statuses);
        tags = Set.copyOf(tags);
        if (text.isBlank()) {
            throw new InvalidInputException("the query is empty, expected words or an id to search for");
        }
        if (limit < 1) {
            throw new InvalidInputException("limit " + limit + ", expected 1 or more");
        }
    }

    public static FindRequest of(String text, int limit) {
        return new FindRequest(text, Set.of(), Set.of(), null, Set.of(), limit);
    }
}
