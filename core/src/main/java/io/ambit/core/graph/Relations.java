package io.ambit.core.graph;

import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.Reference;
import io.ambit.core.item.Status;
import io.ambit.core.record.LinkType;
import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how items stand to each other out of their front matter and texts. What leads to no item is none. */
final class Relations {
    private record Key(String name, LinkType type, boolean backwards) {}

    /** Keys that name other items, and what they say of them. */
    private static final List<Key> KEYS = List.of(
            new Key("blocks", LinkType.BLOCKS, false),
            new Key("blocked_by", LinkType.BLOCKS, true),
            new Key("depends_on", LinkType.BLOCKS, true),
            new Key("supersedes", LinkType.SUPERSEDES, false),
            new Key("superseded_by", LinkType.SUPERSEDES, true),
            new Key("relates_to", LinkType.RELATES_TO, false),
            new Key("related", LinkType.RELATES_TO, false));

    /** Keys that say something else, or that are read by themselves. */
    private static final Set<String> NO_NAMES = Set.of(
            FrontMatter.ID,
            FrontMatter.TYPE,
            FrontMatter.TITLE,
            FrontMatter.STATUS,
            FrontMatter.PARENT,
            FrontMatter.REFERENCES,
            FrontMatter.TAGS,
            FrontMatter.BLOCKED_REASON,
            FrontMatter.EVIDENCE,
            FrontMatter.CREATED,
            FrontMatter.UPDATED,
            "epic_id");

    private final ItemLookup lookup;
    private final Set<Relation> found = new HashSet<>();
    private final Set<List<ItemId>> named = new HashSet<>();
    private final List<Relation> relations = new ArrayList<>();

    private Relations(ItemLookup lookup) {
        this.lookup = lookup;
    }

    static List<Relation> of(List<Item> items) {
        Relations relations = new Relations(new ItemLookup(items));
        items.forEach(relations::named);
        items.forEach(relations::mentioned);
        return relations.relations;
    }

    private void named(Item item) {
        item.parent()
                .ifPresent(parent -> add(item, lookup.byId(parent.value()), LinkType.BELONGS_TO, false, "parent_id"));
        for (Key key : KEYS) {
            for (String name : item.front().texts(key.name())) {
                add(item, lookup.byName(name, item.path()), key.type(), key.backwards(), key.name());
            }
        }
        if (item.workStatus().filter(Status.BLOCKED::equals).isPresent()) {
            for (String reason : item.blockedReasons()) {
                MentionedIds.ids(
                        reason, id -> add(item, lookup.byId(id), LinkType.BLOCKS, true, FrontMatter.BLOCKED_REASON));
            }
        }
        for (Reference reference : item.references()) {
            add(item, lookup.byName(reference.url(), item.path()), LinkType.REFERENCES, false, FrontMatter.REFERENCES);
        }
        for (Value.Field field : item.front().fields().fields()) {
            if (!NO_NAMES.contains(field.name())
                    && KEYS.stream().noneMatch(key -> key.name().equals(field.name()))) {
                for (String id : item.front().texts(field.name())) {
                    add(item, lookup.byId(id), LinkType.REFERENCES, false, field.name());
                }
            }
        }
    }

    /** An item that the text mentions and nothing else names yet: that it stands there as well says no more. */
    private void mentioned(Item item) {
        MentionedIds.ids(item.body(), id -> mention(item, lookup.byId(id)));
        MentionedIds.links(item.body(), link -> mention(item, lookup.byPath(link, item.path())));
    }

    private void mention(Item item, Optional<ItemId> other) {
        other.filter(id -> !named.contains(List.of(item.id(), id)))
                .ifPresent(id -> add(item, other, LinkType.REFERENCES, false, Relation.BODY));
    }

    private void add(Item item, Optional<ItemId> other, LinkType type, boolean backwards, String source) {
        if (other.isEmpty() || other.get().equals(item.id())) {
            return;
        }
        ItemId from = backwards ? other.get() : item.id();
        ItemId to = backwards ? item.id() : other.get();
        named.add(List.of(item.id(), other.get()));
        if (found.add(new Relation(from, type, to, ""))) {
            relations.add(new Relation(from, type, to, source));
        }
    }
}
