package io.ambit.core.backlog;

import static io.ambit.core.text.JsonTree.object;

import java.util.Map;

/** The JSON form of a list of items. */
public final class ListJson {
    private ListJson() {}

    /** The items a line each, how many there are in all, and how they divide. */
    public static Map<String, Object> tree(ItemList list) {
        return object(
                "total",
                list.total(),
                "by_status",
                list.byStatus(),
                "by_type",
                list.byType(),
                "items",
                list.items().stream().map(ItemJson::line).toList());
    }
}
