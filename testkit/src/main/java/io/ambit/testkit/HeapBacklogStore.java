package io.ambit.testkit;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemEdit;
import io.ambit.core.item.ItemEdit.Change;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.NewItem;
import io.ambit.core.spi.BacklogStore;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Value;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A backlog in memory: the plain twin of the one in files. */
public final class HeapBacklogStore implements BacklogStore {
    private static final Map<ItemType, String> PREFIXES = Map.of(
            ItemType.TASK, "TASK",
            ItemType.EPIC, "EPIC",
            ItemType.FOLDER, "FLDR",
            ItemType.ARTIFACT, "ARTF",
            ItemType.MILESTONE, "MLST",
            ItemType.REFERENCE, "REF",
            ItemType.MEMORY, "MEMO",
            ItemType.ADR, "ADR");
    private static final Set<String> OWN =
            Set.of(FrontMatter.ID, FrontMatter.TITLE, FrontMatter.CREATED, FrontMatter.UPDATED, FrontMatter.TYPE);

    private final Map<String, Item> items = new TreeMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, Long> highest = new HashMap<>();
    private final Map<String, String> contexts = new HashMap<>();
    private final List<Deleted> trash = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long version = 1;
    private @Nullable Snapshot snapshot;

    /** Puts an item in as if somebody had written its file. */
    public void put(Item item) {
        synchronized (this) {
            items.put(item.path(), item);
            count(item.id());
            changed();
        }
        tell();
    }

    /** Puts a file beside the items that references may lead to. */
    public synchronized void putFile(String path, String text) {
        files.put(path, text);
    }

    private void count(ItemId id) {
        String[] parts = id.key().split("-", 2);
        if (parts.length == 2 && parts[1].matches("[0-9]{1,17}")) {
            highest.merge(parts[0], Long.parseLong(parts[1]), Math::max);
        }
    }

    private void changed() {
        version++;
        snapshot = null;
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public synchronized Snapshot snapshot() {
        if (snapshot == null) {
            snapshot = new Snapshot(version, List.copyOf(items.values()));
        }
        return snapshot;
    }

    @Override
    public Item create(NewItem item, Instant now) {
        String name = item.type().name();
        String prefix = PREFIXES.getOrDefault(
                item.type(), name.toUpperCase(Locale.ROOT).substring(0, Math.min(4, name.length())));
        Item created;
        synchronized (this) {
            String id = String.format(Locale.ROOT, "%s-%04d", prefix, highest.merge(prefix, 1L, Long::sum));
            List<Value.Field> fields = new ArrayList<>();
            fields.add(field(FrontMatter.ID, id));
            fields.add(field(FrontMatter.TITLE, item.title()));
            item.fields().stream().filter(field -> !OWN.contains(field.name())).forEach(fields::add);
            fields.add(field(FrontMatter.CREATED, time(now)));
            fields.add(field(FrontMatter.UPDATED, time(now)));
            fields.add(field(FrontMatter.TYPE, name));
            String body = item.body().isEmpty() || item.body().endsWith("\n") ? item.body() : item.body() + "\n";
            FrontMatter front = new FrontMatter(new Value.Obj("", fields, false));
            created = item(new ItemId(id), item.type(), name + "s/" + id + ".md", front, body, now);
            items.put(created.path(), created);
            changed();
        }
        tell();
        return created;
    }

    private static Item item(ItemId id, ItemType type, String path, FrontMatter front, String body, Instant now) {
        String title = front.text(FrontMatter.TITLE).orElse(id.value());
        return new Item(id, type, title, path, front, body, Hash.of(front + "\n" + body), now);
    }

    private static Value.Field field(String name, String text) {
        return new Value.Field(name, new Value.Str(text, false));
    }

    private static String time(Instant now) {
        return now.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    @Override
    public Item update(ItemId id, Function<Item, ItemEdit> change, Instant now) {
        Item updated;
        synchronized (this) {
            Item item = existing(id);
            ItemEdit edit = change.apply(item);
            String body = edit.body() == null ? item.body() : edit.body().apply(item.body());
            FrontMatter front = edit.applyTo(item.front());
            if (front.equals(item.front()) && body.equals(item.body())) {
                return item;
            }
            Change updatedAt = new Change.Set(new Value.Str(time(now), false));
            FrontMatter timed =
                    ItemEdit.of(Map.of(FrontMatter.UPDATED, updatedAt)).applyTo(front);
            ItemType type = timed.text(FrontMatter.TYPE).map(ItemType::new).orElse(item.type());
            updated = item(item.id(), type, item.path(), timed, body, now);
            items.put(updated.path(), updated);
            changed();
        }
        tell();
        return updated;
    }

    private Item existing(ItemId id) {
        return find(id).orElseThrow(() -> new InvalidInputException("no item '" + id + "' in this backlog"));
    }

    private Optional<Item> find(ItemId id) {
        return items.values().stream()
                .filter(item -> item.id().key().equals(id.key()))
                .min(Item.OLDER_FIRST);
    }

    @Override
    public Item delete(ItemId id, Instant now) {
        Item deleted;
        synchronized (this) {
            deleted = existing(id);
            items.remove(deleted.path());
            trash.addFirst(new Deleted(deleted, now));
            changed();
        }
        tell();
        return deleted;
    }

    @Override
    public Item restore(ItemId id) {
        Item restored;
        synchronized (this) {
            Deleted deleted = trash.stream()
                    .filter(entry -> entry.item().id().key().equals(id.key()))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException("no item '" + id + "' in the trash"));
            restored = deleted.item();
            if (find(id).isPresent() || items.containsKey(restored.path())) {
                throw new InvalidInputException("the id or the place of " + id + " is taken");
            }
            trash.remove(deleted);
            items.put(restored.path(), restored);
            changed();
        }
        tell();
        return restored;
    }

    @Override
    public synchronized List<Deleted> deleted() {
        return List.copyOf(trash);
    }

    @Override
    public synchronized Target resolve(Item from, String url) {
        String path = url.startsWith(ItemId.RESOURCE) ? url.substring(ItemId.RESOURCE.length()) : url;
        Optional<Item> item = items.values().stream()
                .filter(one ->
                        one.id().key().equals(ItemId.key(url)) || one.path().equals(path))
                .findFirst();
        if (item.isPresent()) {
            return new Target.OfItem(item.get().id());
        }
        if (files.containsKey(url)) {
            return new Target.OfFile(url, Objects.requireNonNull(files.get(url)));
        }
        return url.startsWith("http:") || url.startsWith("https:")
                ? new Target.OfUrl(url)
                : new Target.None("there is no such file");
    }

    @Override
    public synchronized Optional<String> epicContext(ItemId epic) {
        return Optional.ofNullable(contexts.get(epic.key()));
    }

    @Override
    public synchronized void putEpicContext(ItemId epic, String text) {
        contexts.put(epic.key(), text);
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
        listeners.clear();
    }
}
