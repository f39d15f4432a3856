package io.ambit.core.context.assembly;

import io.ambit.core.context.assembly.view.BacklogView;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.Reference;
import io.ambit.core.spi.BacklogStore;
import io.ambit.core.spi.BacklogStore.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Comes upon what hangs together with an item: what it belongs to, waits for, names, and what stands beside it. */
final class RelatedItems {
    private static final int DEPTH = 3;
    private static final double A_STEP_FURTHER = 0.6;
    private static final double OF_EPIC = 0.6;
    private static final double MENTIONED = 0.85;
    private static final double NAMED_BY = 0.8;
    private static final double MENTIONED_BY = 0.6;
    private static final int MOST_PROBLEMS = 5;

    private final BacklogStore store;
    private final BacklogView view;
    private final Pool pool;
    private final List<String> warnings;

    RelatedItems(BacklogStore store, BacklogView view, Pool pool, List<String> warnings) {
        this.store = store;
        this.view = view;
        this.pool = pool;
        this.warnings = warnings;
    }

    /**
     * All that hangs together with an item.
     *
     * @param share of the weight that what hangs together with the focus itself has
     */
    void of(Item focus, double share) {
        above(focus, share);
        chain(focus, share);
        children(focus, Roles.CHILD, share);
        named(focus, share);
        references(focus, share);
    }

    private void above(Item focus, double share) {
        double nearness = share;
        for (Item above : view.ancestors(focus)) {
            boolean isEpic = above.type().equals(ItemType.EPIC);
            pool.item(above, isEpic ? Roles.EPIC : Roles.PARENT, nearness, 0);
            children(above, Roles.SIBLING, nearness);
            named(above, nearness * OF_EPIC);
            references(above, nearness * OF_EPIC);
            for (Item blocker : view.blockers(above)) {
                pool.item(blocker, Roles.BLOCKER, nearness * OF_EPIC, 0);
            }
            curated(above, nearness);
            nearness *= A_STEP_FURTHER;
        }
        curated(focus, share);
    }

    /** The curated context of an epic; an epic that nobody curated has none. */
    private void curated(Item epic, double share) {
        if (!epic.type().equals(ItemType.EPIC)) {
            return;
        }
        store.epicContext(epic.id()).filter(text -> !text.isBlank()).ifPresent(text -> {
            String id = "epic-contexts/" + epic.id();
            pool.add(
                    new Candidate(
                            id,
                            id,
                            Roles.CURATED,
                            "Curated context of " + epic.title(),
                            new Source.OfText("curated", text),
                            "backlog_get id=" + epic.id() + " hydrate=true",
                            0),
                    Roles.CURATED,
                    share,
                    share);
        });
    }

    /** What has to be done first, and what waits, each step further being worth less. */
    private void chain(Item focus, double share) {
        walk(focus, Roles.BLOCKER, share);
        walk(focus, Roles.WAITING, share);
    }

    private void walk(Item focus, Roles role, double share) {
        Set<String> seen = new HashSet<>(Set.of(focus.id().key()));
        List<Item> layer = List.of(focus);
        double nearness = share;
        for (int depth = 0; depth < DEPTH && !layer.isEmpty(); depth++) {
            List<Item> next = layer.stream()
                    .flatMap(item -> (role == Roles.BLOCKER ? view.blockers(item) : view.blocked(item)).stream())
                    .filter(item -> seen.add(item.id().key()))
                    .toList();
            for (Item item : next) {
                pool.item(item, role, nearness, 0);
            }
            layer = next;
            nearness *= A_STEP_FURTHER;
        }
    }

    private void children(Item of, Roles role, double share) {
        for (Item child : view.children(of)) {
            Roles as = role;
            if (child.type().equals(ItemType.ARTIFACT)) {
                as = Roles.ARTIFACT;
            } else if (child.type().equals(ItemType.MEMORY)) {
                as = Roles.MEMORY;
            } else if (child.type().equals(ItemType.REFERENCE) || child.type().equals(ItemType.ADR)) {
                as = Roles.REFERENCE;
            }
            double part = as == role || role == Roles.CHILD ? share : share * OF_EPIC;
            pool.item(child, as, part, 0);
        }
        if (role == Roles.CHILD) {
            for (Item child : view.descendants(of)) {
                if (!pool.holds(child)) {
                    pool.item(child, Roles.CHILD, share * A_STEP_FURTHER, 0);
                }
            }
        }
    }

    private void named(Item focus, double share) {
        for (Item named : view.named(focus)) {
            pool.item(named, Roles.REFERENCE, share, 0);
        }
        for (Item mentioned : view.mentioned(focus)) {
            pool.item(mentioned, Roles.REFERENCE, share * MENTIONED, 0);
        }
        for (Item mentioning : view.mentionedBy(focus)) {
            pool.item(mentioning, Roles.REFERENCE, share * MENTIONED_BY, 0);
        }
        for (Item namedBy : view.namedBy(focus)) {
            pool.item(namedBy, Roles.REFERENCE, share * NAMED_BY, 0);
        }
    }

    private void references(Item from, double share) {
        for (Reference reference : from.references()) {
            switch (store.resolve(from, reference.url())) {
                case Target.OfItem of ->
                    view.find(of.id().value()).ifPresent(item -> pool.item(item, Roles.REFERENCE, share, 0));
                case Target.OfFile file ->
                    pool.add(
                            new Candidate(
                                    Pool.FILE + file.path(),
                                    file.path(),
                                    Roles.REFERENCE,
                                    reference.title(),
                                    new Source.OfText("file", file.text()),
                                    "backlog_get id=" + from.id() + " hydrate=true",
                                    0),
                            Roles.REFERENCE,
                            share,
                            0);
                case Target.OfUrl url ->
                    pool.add(
                            new Candidate(
                                    url.url(),
                                    url.url(),
                                    Roles.REFERENCE,
                                    reference.title(),
                                    new Source.OfUrl(url.url()),
                                    "an address: Ambit fetches none",
                                    0),
                            Roles.REFERENCE,
                            share,
                            0);
                case Target.None none -> {
                    if (warnings.size() < MOST_PROBLEMS) {
                        warnings.add("reference '" + Frame.plain(reference.url(), 80) + "' of " + from.id()
                                + " leads nowhere: " + Frame.plain(none.reason(), 120));
                    }
                }
            }
        }
    }
}
