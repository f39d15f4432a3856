package io.ambit.core.backlog;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.graph.ItemGraph;
import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemEdit;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.NewItem;
import io.ambit.core.item.Reference;
import io.ambit.core.spi.BacklogStore;
import io.ambit.core.spi.ItemAccesses;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A backlog, put together: what command line, HTTP, MCP and embedding programs work with. */
public final class Backlog {
    private static final BacklogStore.Snapshot NOTHING = new BacklogStore.Snapshot(0, List.of());

    private final BacklogStore store;
    private final ItemSearch search;
    private final ItemAccesses accesses;
    private final InstantSource clock;
    private final AtomicReference<@Nullable GraphOf> graph = new AtomicReference<>();

    private record GraphOf(long version, ItemGraph graph) {}

    /** A backlog over its ports, which stay the caller's to close; when its items were opened is not remembered. */
    public Backlog(BacklogStore store, ItemSearch search, InstantSource clock) {
        this(store, search, ItemAccesses.NONE, clock);
    }

    /** A backlog over its ports, which stay the caller's to close. */
    public Backlog(BacklogStore store, ItemSearch search, ItemAccesses accesses, InstantSource clock) {
        this.store = store;
        this.search = search;
        this.accesses = accesses;
        this.clock = clock;
    }

    public BacklogStore store() {
        return store;
    }

    public ItemSearch search() {
        return search;
    }

    /** How the items stand to each other now. */
    public ItemGraph graph() {
        BacklogStore.Snapshot snapshot = store.snapshot();
        GraphOf known = graph.get();
        if (known == null || known.version() != snapshot.version()) {
            known = new GraphOf(snapshot.version(), ItemGraph.of(snapshot));
            graph.set(known);
        }
        return known.graph();
    }

    /** Says that somebody was shown the whole of an item. */
    public void opened(ItemId item) {
        accesses.opened(item, clock.instant());
    }

    /** When the items were opened last. */
    public ItemAccesses accesses() {
        return accesses;
    }

    public List<Item> items() {
        return store.snapshot().items();
    }

    /**
     * The item that somebody means by an id, in whichever spelling, or by {@code mcp://backlog/} and its path. Of two
     * items that bear the same id it is the older one.
     */
    public Optional<Item> find(String written) {
        return find(items(), written);
    }

    private static Optional<Item> find(List<Item> items, String written) {
        String key = ItemId.key(written);
        String path = key.startsWith(ItemId.RESOURCE) ? key.substring(ItemId.RESOURCE.length()) : "";
        return items.stream()
                .filter(item -> item.id().key().equals(key) || item.path().equals(path))
                .min(Item.OLDER_FIRST);
    }

    /**
     * The same, for an item that has to be there.
     *
     * @throws InvalidInputException where there is none
     */
    public Item get(String written) {
        return find(written)
                .orElseThrow(() -> new InvalidInputException(
                        "no item '" + written + "' in this backlog: list or search for its id"));
    }

    public List<FoundItem> search(FindRequest request) {
        return search.search(store.snapshot(), request);
    }

    /** The items that a question chooses, counted and in order. */
    public ItemList list(ListRequest request) {
        return Listing.of(items(), request);
    }

    /** Several items with what they belong to and refer to; ids that no item bears are named. */
    public Hydrated hydrate(List<String> ids, Hydration how) {
        List<Item> items = items();
        return new Hydrating(store, id -> find(items, id), how).hydrate(ids);
    }

    /**
     * Creates an item. Work begins open where nothing else is said; secrets and private text are not written.
     *
     * @throws InvalidInputException where a rule is broken: no title, an unknown parent, blocked without a reason
     */
    public Written create(NewItem item) {
        Stored stored = new Stored();
        NewItem clean = stored.clean(item);
        ItemRules rules = new ItemRules(needed(clean) ? store.snapshot() : NOTHING);
        return written(
                store.create(rules.checked(clean), clock.instant()),
                stored,
                clean.fields().stream().anyMatch(field -> field.name().equals(FrontMatter.REFERENCES)));
    }

    /** Whether other items matter to a new one: for a thousand in a row it is worth not to look. */
    private static boolean needed(NewItem item) {
        return item.fields().stream().anyMatch(field -> ItemRules.isParent(field.name()));
    }

    /**
     * Changes an item.
     *
     * @throws InvalidInputException where a rule is broken; the item is as it was then
     */
    public Written update(String written, ItemEdit edit) {
        return update(written, item -> edit);
    }

    /** The same, for a change that depends on what the item is: it is told the item as it is under the lock. */
    public Written update(String written, Function<Item, ItemEdit> change) {
        Stored stored = new Stored();
        AtomicBoolean refers = new AtomicBoolean();
        Item item = store.update(
                get(written).id(),
                now -> {
                    ItemEdit edit = stored.clean(change.apply(now));
                    refers.set(edit.fields().containsKey(FrontMatter.REFERENCES));
                    return new ItemRules(store.snapshot()).checked(now, edit);
                },
                clock.instant());
        return written(item, stored, refers.get());
    }

    private Written written(Item item, Stored stored, boolean refers) {
        List<String> warnings = new ArrayList<>(stored.warnings());
        warnings.addAll(ItemRules.warnings(item));
        for (Reference reference : refers ? item.references() : List.<Reference>of()) {
            if (store.resolve(item, reference.url()) instanceof BacklogStore.Target.None none) {
                warnings.add("the reference " + reference.url() + " leads nowhere: " + none.reason());
            }
        }
        return new Written(item, warnings);
    }

    public Item delete(String written) {
        return store.delete(get(written).id(), clock.instant());
    }

    public Item restore(String written) {
        return store.restore(new ItemId(written.strip()));
    }
}
