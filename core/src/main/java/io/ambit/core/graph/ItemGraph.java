package io.ambit.core.graph;

import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.Status;
import io.ambit.core.record.LinkType;
import io.ambit.core.spi.BacklogStore.Snapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How the items of a backlog stand to each other, and questions over several relations. A value: what it says is that of
 * the snapshot it was made of. Answers come nearest first, each item once, by a shortest path; circles do no harm.
 *
 * <p>What makes a relation: {@code parent_id} (belongs_to); {@code blocks}, {@code blocked_by}, {@code depends_on}, and
 * ids in the reason of what is blocked (blocks); {@code relates_to}, {@code related}; {@code supersedes}, {@code
 * superseded_by}; references, ids and links in the text, and any other key that names an item (references).
 */
public final class ItemGraph {
    /** Of a backlog without items. */
    public static final ItemGraph EMPTY = new ItemGraph(List.of(), List.of());

    /**
     * An item that was reached.
     *
     * @param path the relations that lead to it, in order from where it began
     */
    public record Reached(ItemId id, List<Relation> path) {
        public Reached {
            path = List.copyOf(path);
        }

        public int hops() {
            return path.size();
        }
    }

    private final Map<ItemId, Item> items = new LinkedHashMap<>();
    private final List<Relation> relations;
    private final Map<ItemId, List<Relation>> byEnd = new LinkedHashMap<>();

    private ItemGraph(List<Item> all, List<Relation> relations) {
        this.relations = List.copyOf(relations);
        all.forEach(item -> items.putIfAbsent(item.id(), item));
        for (Relation relation : relations) {
            byEnd.computeIfAbsent(relation.from(), any -> new ArrayList<>()).add(relation);
            byEnd.computeIfAbsent(relation.to(), any -> new ArrayList<>()).add(relation);
        }
    }

    public static ItemGraph of(Snapshot snapshot) {
        return new ItemGraph(snapshot.items(), Relations.of(snapshot.items()));
    }

    /** All relations, in the order of the items that say them. */
    public List<Relation> relations() {
        return relations;
    }

    /** The relations that an item is an end of; none where it is not in the graph. */
    public List<Relation> of(ItemId id) {
        return byEnd.getOrDefault(id, List.of());
    }

    /** The items of the graph, in order of path. */
    public List<Item> items() {
        return List.copyOf(items.values());
    }

    /** What cannot be done before an item is, directly or through others. What is closed waits for nothing any more. */
    public List<Reached> blockedBy(ItemId id) {
        return walk(id, Integer.MAX_VALUE, at -> ends(at, Relation::from, Relation::to), this::isUnfinished);
    }

    /** What has to be done before an item can be, directly or through others. What is closed is waited for no more. */
    public List<Reached> waitsFor(ItemId id) {
        return walk(id, Integer.MAX_VALUE, at -> ends(at, Relation::to, Relation::from), this::isUnfinished);
    }

    /** What belongs to an item, directly or through others. */
    public List<Reached> members(ItemId id) {
        return walk(
                id, Integer.MAX_VALUE, at -> steps(at, Relation::to, Relation::from, LinkType.BELONGS_TO), any -> true);
    }

    /**
     * The items around one, whichever way the relations point.
     *
     * @param hops most relations between
     * @param types none for all
     */
    public List<Reached> neighbours(ItemId id, int hops, Set<LinkType> types) {
        return walk(
                id,
                hops,
                at -> of(at).stream()
                        .filter(relation -> types.isEmpty() || types.contains(relation.type()))
                        .map(relation -> Map.entry(relation, relation.other(at)))
                        .toList(),
                any -> true);
    }

    private List<Map.Entry<Relation, ItemId>> ends(
            ItemId at, Function<Relation, ItemId> here, Function<Relation, ItemId> there) {
        return steps(at, here, there, LinkType.BLOCKS);
    }

    private List<Map.Entry<Relation, ItemId>> steps(
            ItemId at, Function<Relation, ItemId> here, Function<Relation, ItemId> there, LinkType type) {
        return of(at).stream()
                .filter(relation ->
                        relation.type() == type && here.apply(relation).equals(at))
                .map(relation -> Map.entry(relation, there.apply(relation)))
                .toList();
    }

    private boolean isUnfinished(ItemId id) {
        Item item = items.get(id);
        return item == null || item.workStatus().map(Status::isOpen).orElse(true);
    }

    private static List<Reached> walk(
            ItemId from,
            int hops,
            Function<ItemId, List<Map.Entry<Relation, ItemId>>> steps,
            Predicate<ItemId> goesOn) {
        Map<ItemId, Reached> reached = new LinkedHashMap<>();
        Deque<Reached> next = new ArrayDeque<>();
        Reached start = new Reached(from, List.of());
        reached.put(from, start);
        next.add(start);
        while (!next.isEmpty()) {
            Reached at = next.remove();
            if (at.hops() >= hops) {
                continue;
            }
            for (Map.Entry<Relation, ItemId> step : steps.apply(at.id())) {
                ItemId id = step.getValue();
                if (!reached.containsKey(id) && goesOn.test(id)) {
                    List<Relation> path = new ArrayList<>(at.path());
                    path.add(step.getKey());
                    Reached one = new Reached(id, path);
                    reached.put(id, one);
                    next.add(one);
                }
            }
        }
        reached.remove(from);
        return List.copyOf(reached.values());
    }
}
