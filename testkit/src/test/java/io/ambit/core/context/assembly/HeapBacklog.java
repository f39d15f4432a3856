package io.ambit.core.context.assembly;

import io.ambit.core.error.InvalidInputException;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A backlog on the heap that a test fills; files that references lead to can be put beside it. */
public final class HeapBacklog implements BacklogStore {
    static final Instant WRITTEN = Instant.parse("2026-03-01T09:00:00Z");

    private final Map<String, Item> items = new LinkedHashMap<>();
    final Map<String, String> files = new HashMap<>();
    final Map<String, String> contexts = new HashMap<>();
    private long version;
    private Snapshot last = new Snapshot(0, List.of());

    /** Adds an item; fields are names and values by turns, a value with {@code |} is a list. */
    public HeapBacklog add(String id, ItemType type, String title, String status, String body, String... fields) {
        return add(id, type, title, status, body, WRITTEN, fields);
    }

    HeapBacklog add(String id, ItemType type, String title, String status, String body, Instant at, String... fields) {
        List<Value.Field> front = new ArrayList<>();
        front.add(new Value.Field(FrontMatter.ID, text(id)));
        front.add(new Value.Field(FrontMatter.TITLE, text(title)));
        if (!status.isEmpty()) {
            front.add(new Value.Field(FrontMatter.STATUS, text(status)));
        }
        front.add(new Value.Field(FrontMatter.UPDATED, text(at.toString())));
        for (int i = 0; i + 1 < fields.length; i += 2) {
            String value = fields[i + 1];
            boolean isList = value.indexOf('|') >= 0 || fields[i].equals(FrontMatter.REFERENCES);
            front.add(new Value.Field(
                    fields[i],
                    isList
                            ? new Value.Arr(
                                    List.of(value.split("\\|", -1)).stream()
                                            .filter(one -> !one.isEmpty())
                                            .map(HeapBacklog::text)
                                            .toList(),
                                    false)
                            : text(value)));
        }
        String path = type + "/" + id + "-" + items.size() + ".md";
        items.put(
                path,
                new Item(
                        new ItemId(id),
                        type,
                        title,
                        path,
                        new FrontMatter(new Value.Obj("", front, false)),
                        body,
                        Hash.of(body + front),
                        at));
        version++;
        return this;
    }

    private static Value text(String text) {
        return new Value.Str(text, false);
    }

    HeapBacklog task(String id, String title, String status, String parent, String body, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        if (!parent.isEmpty()) {
            all.add(FrontMatter.PARENT);
            all.add(parent);
        }
        return add(id, ItemType.TASK, title, status, body, all.toArray(new String[0]));
    }

    @Override
    public Snapshot snapshot() {
        if (last.version() != version) {
            last = new Snapshot(version, List.copyOf(items.values()));
        }
        return last;
    }

    @Override
    public Target resolve(Item from, String url) {
        if (url.startsWith("http")) {
            return new Target.OfUrl(url);
        }
        String key = ItemId.key(url);
        Optional<Item> item = items.values().stream()
                .filter(one -> one.id().key().equals(key))
                .findFirst();
        if (item.isPresent()) {
            return new Target.OfItem(item.get().id());
        }
        return files.containsKey(url)
                ? new Target.OfFile(url, files.getOrDefault(url, ""))
                : new Target.None("there is no such file");
    }

    @Override
    public Optional<String> epicContext(ItemId epic) {
        return Optional.ofNullable(contexts.get(epic.value()));
    }

    @Override
    public void putEpicContext(ItemId epic, String text) {
        contexts.put(epic.value(), text);
    }

    @Override
    public Item create(NewItem item, Instant now) {
        throw new InvalidInputException("this backlog is filled by its test");
    }

    @Override
    public Item update(ItemId id, Function<Item, ItemEdit> change, Instant now) {
        throw new InvalidInputException("this backlog is filled by its test");
    }

    @Override
    public Item delete(ItemId id, Instant now) {
        throw new InvalidInputException("this backlog is filled by its test");
    }

    @Override
    public Item restore(ItemId id) {
        throw new InvalidInputException("this backlog is filled by its test");
    }

    @Override
    public List<Deleted> deleted() {
        return List.of();
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
        return () -> {};
    }

    @Override
    public void close() {}
}
