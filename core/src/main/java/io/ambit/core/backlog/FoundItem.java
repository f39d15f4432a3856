package io.ambit.core.backlog;

import io.ambit.core.item.Item;
import java.util.Map;

/**
 * An item that was found.
 *
 * @param score comparable within one answer only
 * @param passage the part of its text that answers best
 * @param parts what the score is made of, by name
 */
public record FoundItem(Item item, double score, String passage, Map<String, Double> parts) {
    public FoundItem {
        parts = Map.copyOf(parts);
    }
}
