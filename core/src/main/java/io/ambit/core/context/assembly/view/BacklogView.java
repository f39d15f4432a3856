package io.ambit.core.context.assembly.view;

import io.ambit.core.graph.ItemGraph;
import io.ambit.core.graph.Relation;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.record.LinkType;
import io.ambit.core.spi.BacklogStore.Snapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A snapshot of a backlog as one who looks for context sees it: what belongs to what, blocks what and names what. Cycles
 * are walked once. Immutable.
 */
public final class BacklogView {
    private static final Set<LinkType> NAMING = Set.of(LinkType.REFERENCES, LinkType.RELATES_TO, LinkType.SUPERSEDES);

    private final long version;
    private final List<Item> items;
    private final Map<String, Item> byKey = new LinkedHashMap<>();
    private final Set<String> doubled = new LinkedHashSet<>();
    private final Map<String, List<Item>> children = new HashMap<>();
    private final ItemGraph graph;

    private BacklogView(Snapshot snapshot, ItemGraph graph) {
        this.graph = graph;
        version = snapshot.version();
        items = snapshot.items();
        for (Item item : items) {
            if (byKey.putIfAbsent(item.id().key(), item) != null) {
                doubled.add(item.id().value());
            }
        }
        for (Item item : byKey.values()) {
            parent(item)
                    .ifPresent(parent -> children.computeIfAbsent(parent.id().key(), any -> new ArrayList<>())
                            .add(item));
        }
    }

    /**
     * The view of a snapshot.
     *
     * @param graph of the same snapshot
     */
    public static BacklogView of(Snapshot snapshot, ItemGraph graph) {
        return new BacklogView(snapshot, graph);
    }

    /** The version of the snapshot. */
    public long version() {
        return version;
    }

    public List<Item> items() {
        return items;
    }

    /** Ids that more than one file bears; the first file, by path, is the one that is seen. */
    public Set<String> doubled() {
        return Set.copyOf(doubled);
    }

    /** The item that somebody means by an id, in whichever spelling. */
    public Optional<Item> find(String written) {
        return Optional.ofNullable(byKey.get(ItemId.key(written)));
    }

    public Optional<Item> parent(Item item) {
        return item.parent()
                .map(id -> byKey.get(id.key()))
                .filter(parent -> !parent.id().key().equals(item.id().key()));
    }

    /** What it belongs to, nearest first. */
    public List<Item> ancestors(Item item) {
        Set<String> seen = new LinkedHashSet<>(Set.of(item.id().key()));
        List<Item> ancestors = new ArrayList<>();
        Optional<Item> next = parent(item);
        while (next.isPresent() && seen.add(next.get().id().key())) {
            ancestors.add(next.get());
            next = parent(next.get());
        }
        return ancestors;
    }

    /** The epic that it is or belongs to. */
    public Optional<Item> epic(Item item) {
        return isEpic(item)
                ? Optional.of(item)
                : ancestors(item).stream().filter(BacklogView::isEpic).findFirst();
    }

    private static boolean isEpic(Item item) {
        return item.type().equals(ItemType.EPIC);
    }

    /** What belongs to it directly, in order of path. */
    public List<Item> children(Item item) {
        return List.copyOf(children.getOrDefault(item.id().key(), List.of()));
    }

    /** What belongs to it, directly or not, nearest first. */
    public List<Item> descendants(Item item) {
        Set<String> seen = new LinkedHashSet<>(Set.of(item.id().key()));
        List<Item> found = new ArrayList<>();
        Deque<Item> open = new ArrayDeque<>(children(item));
        while (!open.isEmpty()) {
            Item next = open.removeFirst();
            if (seen.add(next.id().key())) {
                found.add(next);
                open.addAll(children(next));
            }
        }
        return found;
    }

    /** What has to be done before it; what its reason for being blocked names is among that. */
    public List<Item> blockers(Item item) {
        return ends(item, Set.of(LinkType.BLOCKS), true, true);
    }

    /** What waits for it. */
    public List<Item> blocked(Item item) {
        return ends(item, Set.of(LinkType.BLOCKS), false, true);
    }

    /** What its front matter names beside its parent and its blockers. */
    public List<Item> named(Item item) {
        return ends(item, NAMING, false, true);
    }

    /** The items whose front matter names it so. */
    public List<Item> namedBy(Item item) {
        return ends(item, NAMING, true, true);
    }

    /** What its text mentions and its front matter does not. */
    public List<Item> mentioned(Item item) {
        return ends(item, NAMING, false, false);
    }

    /** The items whose text mentions it and whose front matter does not. */
    public List<Item> mentionedBy(Item item) {
        return ends(item, NAMING, true, false);
    }

    private List<Item> ends(Item item, Set<LinkType> types, boolean inwards, boolean front) {
        Set<Item> ends = new LinkedHashSet<>();
        for (Relation relation : graph.of(item.id())) {
            boolean isInwards = relation.to().equals(item.id());
            if (types.contains(relation.type())
                    && isInwards == inwards
                    && !relation.source().equals(Relation.BODY) == front) {
                find(relation.other(item.id()).value()).ifPresent(ends::add);
            }
        }
        return List.copyOf(ends);
    }

    /** The items that a text mentions, in the order of mention. */
    public List<Item> mentioned(String text) {
        List<Item> found = new ArrayList<>();
        for (String key : Mentions.keys(text)) {
            Item item = byKey.get(key);
            if (item != null) {
                found.add(item);
            }
        }
        return found;
    }
}
