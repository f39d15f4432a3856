package io.ambit.core.graph;

import io.ambit.core.item.Item;
import io.ambit.core.text.JsonTree;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The JSON trees of a backlog's graph: those of {@code relationships.json}, {@code temporal-edges.json} and answers. */
public final class ItemGraphJson {
    private ItemGraphJson() {}

    public static List<Map<String, Object>> relationships(ItemGraph graph) {
        return graph.relations().stream().map(ItemGraphJson::relation).toList();
    }

    /** One relation. */
    public static Map<String, Object> relation(Relation relation) {
        return JsonTree.object(
                "from", relation.from().value(),
                "type", relation.type().label(),
                "to", relation.to().value(),
                "source", relation.source());
    }

    /**
     * When each item was created, changed, and opened last.
     *
     * @param accesses times of opening by {@link io.ambit.core.item.ItemId#key}
     */
    public static List<Map<String, Object>> temporalEdges(ItemGraph graph, Map<String, Instant> accesses) {
        return graph.items().stream().map(item -> edge(item, accesses)).toList();
    }

    private static Map<String, Object> edge(Item item, Map<String, Instant> accesses) {
        Instant accessed = accesses.get(item.id().key());
        return JsonTree.object(
                "item",
                item.id().value(),
                "createdAt",
                item.createdAt().map(Instant::toString).orElse(""),
                "updatedAt",
                item.updatedAt().toString(),
                "accessedAt",
                accessed == null ? "" : accessed.toString());
    }

    /** Items that were reached, each with the relations that lead to it. */
    public static List<Map<String, Object>> reached(List<ItemGraph.Reached> reached) {
        return reached.stream()
                .map(one -> JsonTree.object(
                        "id",
                        one.id().value(),
                        "hops",
                        one.hops(),
                        "path",
                        one.path().stream().map(ItemGraphJson::relation).toList()))
                .toList();
    }
}
