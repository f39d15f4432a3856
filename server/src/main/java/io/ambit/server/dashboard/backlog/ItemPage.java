package io.ambit.server.dashboard.backlog;

import io.ambit.core.backlog.Backlog;
import io.ambit.core.graph.Relation;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.Reference;
import io.ambit.core.record.LinkType;
import io.ambit.core.session.Space;
import io.ambit.core.spi.BacklogStore.Target;
import io.ambit.server.dashboard.backlog.ItemView.ReferenceLine;
import io.ambit.server.dashboard.backlog.ItemView.Related;
import io.ambit.server.dashboard.backlog.ItemView.RelationGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what is shown of an item. */
final class ItemPage {
    private final Space space;
    private final Backlog backlog;
    private final Item item;

    ItemPage(Space space, Backlog backlog, Item item) {
        this.space = space;
        this.backlog = backlog;
        this.item = item;
    }

    ItemView view() {
        return new ItemView(
                space,
                item,
                MarkdownHtml.of(item.body(), this::page),
                relations(),
                item.references().stream().map(this::reference).toList(),
                backlog.store()
                        .epicContext(item.id())
                        .map(text -> MarkdownHtml.of(text, this::page))
                        .orElse(""));
    }

    /** The page of what a link in the text leads to; "" where it is no item. */
    private String page(String link) {
        return backlog.store().resolve(item, link) instanceof Target.OfItem other
                ? Card.address(space, other.id().value())
                : "";
    }

    private List<RelationGroup> relations() {
        Map<ItemId, Item> byId = new HashMap<>();
        backlog.items().forEach(other -> byId.putIfAbsent(other.id(), other));
        Map<String, List<Related>> groups = new LinkedHashMap<>();
        for (Relation relation : backlog.graph().of(item.id())) {
            boolean here = relation.from().equals(item.id());
            ItemId id = relation.other(item.id());
            Item other = byId.get(id);
            groups.computeIfAbsent(label(relation.type(), here), label -> new ArrayList<>())
                    .add(new Related(
                            id.value(),
                            other == null ? "" : other.title(),
                            other == null ? "" : other.status(),
                            Card.address(space, id.value())));
        }
        List<RelationGroup> all = new ArrayList<>();
        groups.forEach((label, related) -> all.add(new RelationGroup(label, related)));
        return all;
    }

    private static String label(LinkType type, boolean here) {
        return switch (type) {
            case BELONGS_TO -> here ? "Belongs to" : "Holds";
            case BLOCKS -> here ? "Blocks" : "Waits for";
            case REFERENCES -> here ? "Refers to" : "Referred to by";
            case SUPERSEDES -> here ? "Supersedes" : "Superseded by";
            case SUPERSEDED_BY -> here ? "Superseded by" : "Supersedes";
            default -> "Related to";
        };
    }

    private ReferenceLine reference(Reference reference) {
        String text = reference.title().isEmpty() ? reference.url() : reference.title();
        return switch (backlog.store().resolve(item, reference.url())) {
            case Target.OfItem other ->
                new ReferenceLine(
                        text,
                        Card.address(space, other.id().value()),
                        false,
                        other.id().value());
            case Target.OfFile file -> new ReferenceLine(text, "", false, file.path());
            case Target.OfUrl url ->
                url.url().startsWith("https://") || url.url().startsWith("http://")
                        ? new ReferenceLine(text, url.url(), true, url.url())
                        : new ReferenceLine(text, "", false, url.url());
            case Target.None none -> new ReferenceLine(text, "", false, none.reason());
        };
    }
}
