package io.ambit.core.context.assembly;

import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Value;
import io.ambit.testkit.HeapBacklogStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Fills a backlog on the heap, an item a line. */
public final class HeapBacklog {
    static final Instant WRITTEN = Instant.parse("2026-03-01T09:00:00Z");

    final HeapBacklogStore store = new HeapBacklogStore();
    private int count;

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
        String path = type + "/" + id + "-" + count++ + ".md";
        store.put(new Item(
                new ItemId(id),
                type,
                title,
                path,
                new FrontMatter(new Value.Obj("", front, false)),
                body,
                Hash.of(body + front),
                at));
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

    /** Puts a file beside the items that references may lead to. */
    void file(String path, String text) {
        store.putFile(path, text);
    }

    /** The curated context of an epic, or "". */
    String context(String epic) {
        return store.epicContext(new ItemId(epic)).orElse("");
    }

    void curate(String epic, String text) {
        store.putEpicContext(new ItemId(epic), text);
    }
}
