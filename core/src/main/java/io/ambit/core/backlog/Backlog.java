package io.ambit.core.backlog;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.graph.ItemGraph;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemEdit;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.NewItem;
import io.ambit.core.spi.BacklogStore;
import io.ambit.core.spi.ItemAccesses;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A backlog, put together: what command line, HTTP, MCP and embedding programs work with. */
public final class Backlog {
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

    /** The item that somebody means by an id, in whichever spelling. */
    public Optional<Item> find(String written) {
        String key = ItemId.key(written);
        return items().stream().filter(item -> item.id().key().equals(key)).findFirst();
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

    public Written create(NewItem item) {
        return new Written(store.create(item, clock.instant()), List.of());
    }

    public Written update(String written, ItemEdit edit) {
        return update(written, item -> edit);
    }

    /** The same, for a change that depends on what the item is: it is told the item as it is under the lock. */
    public Written update(String written, Function<Item, ItemEdit> change) {
        return new Written(store.update(get(written).id(), change, clock.instant()), List.of());
    }

    public Item delete(String written) {
        return store.delete(get(written).id(), clock.instant());
    }

    public Item restore(String written) {
        return store.restore(new ItemId(written));
    }
}
