package io.ambit.core.backlog;

import io.ambit.core.item.Item;
import java.util.List;
import java.util.Map;

/**
 * The items that a {@link ListRequest} asked for.
 *
 * @param total how many there are, limit and offset aside
 * @param byStatus how many of those bear which status, "" for none
 * @param byType how many of those are of which type
 */
public record ItemList(List<Item> items, int total, Map<String, Integer> byStatus, Map<String, Integer> byType) {
    public ItemList {
        items = List.copyOf(items);
    }
}
