package io.ambit.core.context.assembly.view;

import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.Reference;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.text.Value;
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
 * A snapshot of a backlog as one who looks for context sees it: what belongs to what, blocks what and names what. Every
 * key of the front matter that names another item counts, whatever the key is called; texts are read only when asked
 * for. Cycles are walked once. Immutable.
 */
public final class BacklogView {
    private static final Set<String> BLOCKED_BY =
            Set.of("blocked_by", "blockers", "depends_on", "dependencies", "requires", "after", "waits_for");
    private static final Set<String> BLOCKS = Set.of("blocks", "blocking", "required_by", "before");
    private static final Set<String> NO_RELATIONS = Set.of(
            FrontMatter.ID,
            FrontMatter.TITLE,
            FrontMatter.TYPE,
            FrontMatter.STATUS,
            FrontMatter.PARENT,
            FrontMatter.CREATED,
            FrontMatter.UPDATED,
            "epic_id",
            FrontMatter.REFERENCES,
            FrontMatter.EVIDENCE);

    private final long version;
    private final List<Item> items;
    private final Map<String, Item> byKey = new LinkedHashMap<>();
    private final Set<String> doubled = new LinkedHashSet<>();
    private final Map<String, List<Item>> children = new HashMap<>();
    private final Map<String, Set<String>> blockers = new HashMap<>();
    private final Map<String, Set<String>> blocked = new HashMap<>();
    private final Map<String, Set<String>> named = new HashMap<>();
    private final Map<String, Set<String>> namedBy = new HashMap<>();

    private BacklogView(Snapshot snapshot) {
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
            relations(item);
        }
    }

    public static BacklogView of(Snapshot snapshot) {
        return new BacklogView(snapshot);
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
        return at(blockers, item);
    }

    /** What waits for it. */
    public List<Item> blocked(Item item) {
        return at(blocked, item);
    }

    /** What its front matter names beside its parent and its blockers. */
    public List<Item> named(Item item) {
        return at(named, item);
    }

    /** The items whose front matter names it so. */
    public List<Item> namedBy(Item item) {
        return at(namedBy, item);
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

    private List<Item> at(Map<String, Set<String>> relation, Item item) {
        List<Item> found = new ArrayList<>();
        for (String key : relation.getOrDefault(item.id().key(), Set.of())) {
            Item other = byKey.get(key);
            if (other != null) {
                found.add(other);
            }
        }
        return found;
    }

    private void relations(Item item) {
        for (Value.Field field : item.front().fields().fields()) {
            String key = field.name();
            List<String> texts = item.front().texts(key);
            if (BLOCKED_BY.contains(key)) {
                ids(texts).forEach(id -> blocks(id, item.id().key()));
            } else if (BLOCKS.contains(key)) {
                ids(texts).forEach(id -> blocks(item.id().key(), id));
            } else if (!NO_RELATIONS.contains(key) && !key.equals(FrontMatter.BLOCKED_REASON)) {
                ids(texts).forEach(id -> names(item.id().key(), id));
            }
        }
        if (item.status().equals("blocked")) {
            item.blockedReasons()
                    .forEach(reason -> Mentions.keys(reason)
                            .forEach(key -> blocks(key, item.id().key())));
        }
        for (Reference reference : item.references()) {
            names(item.id().key(), ItemId.key(reference.url()));
        }
    }

    private static List<String> ids(List<String> texts) {
        return texts.stream().map(ItemId::key).toList();
    }

    private void blocks(String blocker, String waiting) {
        if (!blocker.equals(waiting) && byKey.containsKey(blocker) && byKey.containsKey(waiting)) {
            blockers.computeIfAbsent(waiting, any -> new LinkedHashSet<>()).add(blocker);
            blocked.computeIfAbsent(blocker, any -> new LinkedHashSet<>()).add(waiting);
        }
    }

    private void names(String from, String to) {
        if (!from.equals(to) && byKey.containsKey(to)) {
            named.computeIfAbsent(from, any -> new LinkedHashSet<>()).add(to);
            namedBy.computeIfAbsent(to, any -> new LinkedHashSet<>()).add(from);
        }
    }
}
