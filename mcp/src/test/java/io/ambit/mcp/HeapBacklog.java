package io.ambit.mcp;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.BodyEdit;
import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemEdit;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.NewItem;
import io.ambit.core.spi.BacklogStore;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A backlog on the heap, as much of it as the protocol needs: items can be created, changed and read. */
final class HeapBacklog implements BacklogStore {
    private final Map<String, Item> items = new TreeMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long version;
    private Snapshot snapshot = new Snapshot(0, List.of());

    @Override
    public synchronized Snapshot snapshot() {
        if (snapshot.version() != version) {
            snapshot = new Snapshot(version, List.copyOf(items.values()));
        }
        return snapshot;
    }

    @Override
    public synchronized Item create(NewItem item, Instant now) {
        String id = "%s-%04d".formatted(item.type().name().toUpperCase(java.util.Locale.ROOT), items.size() + 1);
        List<Value.Field> fields = new ArrayList<>(item.fields());
        fields.add(new Value.Field(FrontMatter.ID, new Value.Str(id, false)));
        return put(id, item.type(), item.title(), item.body(), new FrontMatter(new Value.Obj("", fields, false)), now);
    }

    private Item put(String id, ItemType type, String title, String body, FrontMatter front, Instant now) {
        Item item =
                new Item(new ItemId(id), type, title, "tasks/" + id + ".md", front, body, Hash.of(title + body), now);
        items.put(item.path(), item);
        version++;
        listeners.forEach(Runnable::run);
        return item;
    }

    @Override
    public synchronized Item update(ItemId id, Function<Item, ItemEdit> change, Instant now) {
        Item item = items.values().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("no item " + id));
        ItemEdit edit = change.apply(item);
        BodyEdit bodyEdit = edit.body();
        String body = bodyEdit == null ? item.body() : bodyEdit.apply(item.body());
        return put(id.value(), item.type(), item.title(), body, item.front(), now);
    }

    @Override
    public Item delete(ItemId id, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Item restore(ItemId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Deleted> deleted() {
        return List.of();
    }

    @Override
    public synchronized Target resolve(Item from, String url) {
        Item item = url.startsWith(ItemId.RESOURCE) ? items.get(url.substring(ItemId.RESOURCE.length())) : null;
        return item == null ? new Target.None("there is no such item") : new Target.OfItem(item.id());
    }

    @Override
    public Optional<String> epicContext(ItemId epic) {
        return Optional.empty();
    }

    @Override
    public void putEpicContext(ItemId epic, String text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Problem> problems() {
        return List.of();
    }

    @Override
    public List<String> heal(Instant now) {
        return List.of();
    }

    @Override
    public Watch onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
