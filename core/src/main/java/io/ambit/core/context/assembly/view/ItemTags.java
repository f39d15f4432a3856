package io.ambit.core.context.assembly.view;

import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.record.Insight;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How an insight says which items it is about. Items are no records of memory, so that no link can lead to them: the
 * insight bears their ids as tags, {@code item:TASK-0012} and {@code epic:EPIC-0002}.
 */
public final class ItemTags {
    private static final String ITEM = "item:";
    private static final String EPIC = "epic:";

    private ItemTags() {}

    /** Tags for items, and for the epics that these belong to. */
    public static List<String> of(List<Item> items, BacklogView view) {
        Set<String> tags = new LinkedHashSet<>();
        Set<String> epics = new TreeSet<>();
        for (Item item : items) {
            tags.add(ITEM + item.id());
            view.epic(item).ifPresent(epic -> epics.add(EPIC + epic.id()));
        }
        tags.addAll(epics);
        return List.copyOf(tags);
    }

    /** Keys, as {@link ItemId#key} makes them, of the items that an insight is about; its epics are among them. */
    public static Set<String> keys(Insight insight) {
        Set<String> keys = new LinkedHashSet<>();
        for (String tag : insight.tags()) {
            if (tag.startsWith(ITEM) || tag.startsWith(EPIC)) {
                keys.add(ItemId.key(tag.substring(ITEM.length())));
            }
        }
        return keys;
    }

    /** Keys of the items alone that an insight is about. */
    public static Set<String> itemKeys(Insight insight) {
        Set<String> keys = new LinkedHashSet<>();
        for (String tag : insight.tags()) {
            if (tag.startsWith(ITEM)) {
                keys.add(ItemId.key(tag.substring(ITEM.length())));
            }
        }
        return keys;
    }
}
