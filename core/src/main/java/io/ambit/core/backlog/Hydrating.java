package io.ambit.core.backlog;

import io.ambit.core.backlog.Hydrated.LeftOut;
import io.ambit.core.backlog.Hydrated.Piece;
import io.ambit.core.backlog.Hydrated.Role;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.Reference;
import io.ambit.core.memory.redact.Redaction;
import io.ambit.core.spi.BacklogStore;
import io.ambit.core.spi.BacklogStore.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows items to what they belong to and refer to, breadth first, for as long as the budget lasts. */
final class Hydrating {
    /** A piece that gets less than this says too little to be worth its place. */
    private static final int LEAST = 30;

    private final BacklogStore store;
    private final Function<String, Optional<Item>> find;
    private final Hydration how;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int tokens;

    Hydrating(BacklogStore store, Function<String, Optional<Item>> find, Hydration how) {
        this.store = store;
        this.find = find;
        this.how = how;
    }

    Hydrated hydrate(List<String> ids) {
        List<Item> items = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String id : ids) {
            find.apply(id)
                    .ifPresentOrElse(
                            item -> {
                                if (seen.add(item.path())) {
                                    items.add(item);
                                }
                            },
                            () -> unknown.add(id));
        }
        for (int i = 0; i < items.size(); i++) {
            // Each may take its share of what is left, so that a long one does not push the others out.
            show(items.get(i), Role.ITEM, "", (how.maxTokens() - tokens) / (items.size() - i));
        }
        List<Item> from = items;
        for (int step = 0; step < how.depth(); step++) {
            from = around(from);
        }
        return new Hydrated(pieces, leftOut, unknown, tokens, how.maxTokens());
    }

    /** Shows what these items belong to and refer to; returns the items among that. */
    private List<Item> around(List<Item> items) {
        List<Item> next = new ArrayList<>();
        for (Item item : items) {
            parent(item).ifPresent(next::add);
            for (Reference reference : item.references()) {
                follow(item, reference).ifPresent(next::add);
            }
        }
        return next;
    }

    private Optional<Item> parent(Item item) {
        epicContext(item);
        Optional<Item> parent = item.parent().flatMap(id -> find.apply(id.value()));
        if (parent.isPresent()) {
            epicContext(parent.get());
        }
        return parent.filter(found -> seen.add(found.path())).map(found -> {
            show(found, Role.PARENT, item.id().value(), room());
            return found;
        });
    }

    private void epicContext(Item epic) {
        if (epic.type().equals(ItemType.EPIC) && seen.add("context of " + epic.path())) {
            store.epicContext(epic.id())
                    .ifPresent(text -> show(
                            epic.id() + " context",
                            Role.EPIC_CONTEXT,
                            epic.id().value(),
                            "Curated context of " + epic.title(),
                            null,
                            text,
                            room()));
        }
    }

    private Optional<Item> follow(Item from, Reference reference) {
        switch (store.resolve(from, reference.url())) {
            case Target.OfItem target -> {
                Optional<Item> item = find.apply(target.id().value()).filter(found -> seen.add(found.path()));
                item.ifPresent(found -> show(found, Role.REFERENCE, from.id().value(), room()));
                return item;
            }
            case Target.OfFile file -> {
                if (seen.add("file " + file.path())) {
                    String title = reference.title().isEmpty() ? file.path() : reference.title();
                    show(
                            file.path(),
                            Role.FILE,
                            from.id().value(),
                            title,
                            null,
                            // A project's file may hold what must not leave it.
                            Redaction.redact(file.text()),
                            room());
                }
            }
            case Target.OfUrl url -> leave(url.url(), from, reference.title(), "an address, which is not fetched");
            case Target.None none -> leave(reference.url(), from, reference.title(), none.reason());
        }
        return Optional.empty();
    }

    private void leave(String id, Item from, String title, String reason) {
        if (seen.add("left " + id)) {
            leftOut.add(new LeftOut(id, from.id().value(), title, reason));
        }
    }

    private int room() {
        return how.maxTokens() - tokens;
    }

    private void show(Item item, Role role, String of, int most) {
        show(item.id().value(), role, of, item.title(), item, item.body(), most);
    }

    private void show(String id, Role role, String of, String title, @Nullable Item item, String text, int most) {
        String head = id + " " + title + "\n";
        String shown = CutBody.to(text, head, most, how.counter());
        int count = how.counter().count(head + shown);
        boolean isCut = !shown.equals(text);
        if (count > most || (isCut && count < LEAST && role != Role.ITEM)) {
            int whole = how.counter().count(head + text);
            leftOut.add(new LeftOut(
                    id, of, title, "no room for its " + whole + " tokens: get it by itself, or with a larger budget"));
            return;
        }
        pieces.add(new Piece(id, role, of, title, item, shown, isCut, count));
        tokens += count;
    }
}
