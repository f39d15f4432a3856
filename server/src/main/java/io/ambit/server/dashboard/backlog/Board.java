package io.ambit.server.dashboard.backlog;

import io.ambit.core.backlog.Backlog;
import io.ambit.core.backlog.FindRequest;
import io.ambit.core.backlog.FoundItem;
import io.ambit.core.graph.ItemGraph;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.Status;
import io.ambit.core.session.Space;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lays a backlog out in columns. */
final class Board {
    private static final int SHOWN = 40;
    private static final int SHOWN_ALONE = 1_000;
    private static final int FOUND = 300;

    private final Space space;
    private final Backlog backlog;
    private final Map<String, Item> byKey = new HashMap<>();

    Board(Space space, Backlog backlog) {
        this.space = space;
        this.backlog = backlog;
        backlog.items().forEach(item -> byKey.putIfAbsent(item.id().key(), item));
    }

    BoardView view(BoardView.Filter filter) {
        List<Item> items = backlog.items();
        Map<String, Integer> types = new TreeMap<>();
        items.forEach(item -> types.merge(item.type().name(), 1, Integer::sum));
        List<Item> epics = items.stream()
                .filter(item -> item.type().equals(ItemType.EPIC))
                .sorted(Comparator.comparing(Item::id))
                .toList();
        return new BoardView(
                space,
                true,
                filter,
                epics,
                types,
                columns(wanted(filter), filter),
                backlog.store().problems());
    }

    /** In the order in which cards are shown: best first where something is searched for, else last changed first. */
    private List<Item> wanted(BoardView.Filter filter) {
        List<Item> items;
        if (filter.text().isEmpty()) {
            items = new ArrayList<>(backlog.items());
            items.sort(Comparator.comparing(Item::updatedAt).reversed().thenComparing(Item::id));
        } else {
            items = backlog.search(FindRequest.of(filter.text(), FOUND)).stream()
                    .map(FoundItem::item)
                    .toList();
        }
        Set<ItemId> members = new HashSet<>();
        if (!filter.epic().isEmpty()) {
            ItemId epic = backlog.get(filter.epic()).id();
            members.add(epic);
            backlog.graph().members(epic).stream().map(ItemGraph.Reached::id).forEach(members::add);
        }
        return items.stream()
                .filter(item -> filter.type().isEmpty() || item.type().name().equals(filter.type()))
                .filter(item -> filter.epic().isEmpty() || members.contains(item.id()))
                .toList();
    }

    private List<Column> columns(List<Item> items, BoardView.Filter filter) {
        Map<String, List<Card>> byStatus = new LinkedHashMap<>();
        for (Status status : Status.values()) {
            byStatus.put(status.label(), new ArrayList<>());
        }
        for (Item item : items) {
            byStatus.computeIfAbsent(item.status(), status -> new ArrayList<>()).add(card(item));
        }
        List<Column> columns = new ArrayList<>();
        int shown = filter.status().isEmpty() ? SHOWN : SHOWN_ALONE;
        byStatus.forEach((status, cards) -> {
            boolean isUsual = Status.find(status).isPresent();
            if (filter.status().isEmpty()
                    ? isUsual || !cards.isEmpty()
                    : filter.status().equals(status)) {
                columns.add(new Column(status, cards.subList(0, Math.min(shown, cards.size())), cards.size()));
            }
        });
        return columns;
    }

    private Card card(Item item) {
        String epic = item.parent()
                .map(parent -> byKey.get(parent.key()))
                .map(Item::title)
                .orElse("");
        return new Card(space, item, epic);
    }
}
