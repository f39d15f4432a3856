package io.ambit.core.backlog.hydrate;

import io.ambit.core.backlog.Backlog;
import io.ambit.core.backlog.hydrate.Hydrated.LeftOut;
import io.ambit.core.backlog.hydrate.Hydrated.Piece;
import io.ambit.core.backlog.hydrate.Hydrated.Role;
import io.ambit.core.economics.CutText;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.Reference;
import io.ambit.core.spi.BacklogStore.Target;
import io.ambit.core.spi.TokenCounter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings to items what one who works on them would open next: the curated context of their epic, what they refer to, and
 * the epic itself. What was brought is not brought twice; addresses on the network are named and never fetched.
 */
public final class Hydration {
    public static final int MAX_DEPTH = 3;

    /** What is left of a budget is worth the beginning of a text from here, in tokens. */
    private static final int LEAST_WORTH = 100;
    /** What the frame around a text takes. */
    private static final int FRAME = 60;

    private static final int MAX_PIECES = 100;
    private static final int MAX_ANCESTORS = 20;

    private final Backlog backlog;
    private final TokenCounter tokens;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int left;

    private Hydration(Backlog backlog, TokenCounter tokens, int maxTokens) {
        this.backlog = backlog;
        this.tokens = tokens;
        this.left = maxTokens;
    }

    /**
     * Reads items.
     *
     * @param depth how far references are followed; 0 brings nothing along
     * @param maxTokens of all texts together, as they are shown
     */
    public static Hydrated of(List<Item> items, int depth, int maxTokens, Backlog backlog, TokenCounter tokens) {
        Hydration hydration = new Hydration(backlog, tokens, maxTokens);
        items.forEach(item -> hydration.seen.add(item.id().key()));
        items.forEach(item -> hydration.add(Role.ITEM, item.id().value(), item, "", ItemPage.text(item)));
        if (depth > 0) {
            items.forEach(hydration::epicContext);
            hydration.references(items, Math.min(depth, MAX_DEPTH));
            items.forEach(hydration::epic);
        }
        return new Hydrated(hydration.pieces, hydration.leftOut);
    }

    private void epicContext(Item item) {
        epicOf(item).ifPresent(epic -> backlog.store()
                .epicContext(epic.id())
                .filter(text -> seen.add("context of " + epic.id().key()))
                .ifPresent(text ->
                        add(Role.EPIC_CONTEXT, epic.id().value(), null, item.id().value(), text)));
    }

    private void epic(Item item) {
        epicOf(item)
                .filter(epic -> seen.add(epic.id().key()))
                .ifPresent(epic ->
                        add(Role.EPIC, epic.id().value(), epic, item.id().value(), ItemPage.text(epic)));
    }

    private Optional<Item> epicOf(Item item) {
        Item at = item;
        for (int i = 0; i < MAX_ANCESTORS; i++) {
            if (at.type().equals(ItemType.EPIC)) {
                return Optional.of(at);
            }
            Optional<Item> parent = at.parent().flatMap(id -> backlog.find(id.value()));
            if (parent.isEmpty()) {
                return Optional.empty();
            }
            at = parent.get();
        }
        return Optional.empty();
    }

    /** Nearest first: what the items refer to, then what that refers to. */
    private void references(List<Item> items, int depth) {
        List<Item> level = items;
        for (int d = 0; d < depth && !level.isEmpty(); d++) {
            List<Item> next = new ArrayList<>();
            for (Item from : level) {
                for (Reference reference : from.references()) {
                    Item led = follow(from, reference);
                    if (led != null) {
                        next.add(led);
                    }
                }
            }
            level = next;
        }
    }

    private @Nullable Item follow(Item from, Reference reference) {
        String source = from.id().value();
        switch (backlog.store().resolve(from, reference.url())) {
            case Target.OfItem(ItemId id) -> {
                Optional<Item> item = backlog.find(id.value()).filter(found -> seen.add(found.id().key()));
                item.ifPresent(found -> add(Role.REFERENCE, found.id().value(), found, source, ItemPage.text(found)));
                return item.orElse(null);
            }
            case Target.OfFile(String path, String text) -> {
                if (seen.add(path)) {
                    add(Role.REFERENCE, path, null, source, text);
                }
            }
            case Target.OfUrl(String url) -> note(url, source, "an address, not fetched");
            case Target.None(String reason) -> note(reference.url(), source, reason);
        }
        return null;
    }

    private void note(String url, String from, String note) {
        if (seen.add(url) && pieces.size() < MAX_PIECES) {
            pieces.add(new Piece(Role.REFERENCE, url, null, from, "", note, false));
        }
    }

    private void add(Role role, String id, @Nullable Item item, String from, String text) {
        int size = tokens.count(ItemPage.quoted("", text)) + FRAME;
        if (size <= left && pieces.size() < MAX_PIECES) {
            pieces.add(new Piece(role, id, item, from, text, "", false));
            left -= size;
        } else if (left > LEAST_WORTH + FRAME && pieces.size() < MAX_PIECES) {
            // Quoting adds a little to each line, more where lines are short: what fits is looked for with it.
            String cut = text;
            for (int room = left - FRAME; tokens.count(ItemPage.quoted("", cut)) + FRAME > left; room = room * 4 / 5) {
                cut = CutText.of(text, room, tokens).text();
            }
            pieces.add(new Piece(role, id, item, from, cut, "", true));
            left = 0;
        } else {
            leftOut.add(new LeftOut(role, id, size));
        }
    }
}
