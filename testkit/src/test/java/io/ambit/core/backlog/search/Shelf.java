package io.ambit.core.backlog.search;

import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Items of a backlog that has no files, by their paths. */
final class Shelf {
    private final Map<String, Item> items = new TreeMap<>();
    private long version;

    Shelf put(String id, String title, String body, String... fields) {
        return put(id, ItemType.TASK, title, body, fields);
    }

    /** Puts an item in its place; fields are names and values by turns, values with commas are lists. */
    Shelf put(String id, ItemType type, String title, String body, String... fields) {
        List<Value.Field> front = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            front.add(new Value.Field(fields[i], value(fields[i + 1])));
        }
        String path = type.name() + "s/" + id.replace(' ', '-') + ".md";
        Item item = new Item(
                new ItemId(id),
                type,
                title,
                path,
                new FrontMatter(new Value.Obj("", front, false)),
                body,
                Hash.of(id + "\n" + type + "\n" + title + "\n" + body + "\n" + front),
                Instant.EPOCH);
        items.put(path, item);
        version++;
        return this;
    }

    private static Value value(String text) {
        if (text.indexOf(',') < 0) {
            return new Value.Str(text, false);
        }
        List<Value> items = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            items.add(new Value.Str(item.strip(), false));
        }
        return new Value.Arr(items, false);
    }

    void remove(String path) {
        items.remove(path);
        version++;
    }

    Snapshot snapshot() {
        return new Snapshot(version, new ArrayList<>(items.values()));
    }
}
