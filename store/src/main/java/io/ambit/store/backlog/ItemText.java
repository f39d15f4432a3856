package io.ambit.store.backlog;

import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.ItemEdit;
import io.ambit.core.item.NewItem;
import io.ambit.core.text.Value;
import io.ambit.store.backlog.front.MarkdownFile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The text of an item's file, new or changed. */
final class ItemText {
    /** Milliseconds always, as the files of others have them. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** What a new item gets from the store and not from who asked for it. */
    private static final Set<String> OWN =
            Set.of(FrontMatter.ID, FrontMatter.TITLE, FrontMatter.CREATED, FrontMatter.UPDATED, FrontMatter.TYPE);

    private ItemText() {}

    static String created(String id, NewItem item, Instant now) {
        List<Value.Field> fields = new ArrayList<>();
        fields.add(field(FrontMatter.ID, id));
        fields.add(field(FrontMatter.TITLE, item.title()));
        item.fields().stream().filter(field -> !OWN.contains(field.name())).forEach(fields::add);
        fields.add(field(FrontMatter.CREATED, TIME.format(now)));
        fields.add(field(FrontMatter.UPDATED, TIME.format(now)));
        fields.add(field(FrontMatter.TYPE, item.type().name()));
        return MarkdownFile.written(fields, item.body());
    }

    /** A file changed; the time of the change is noted where it has front matter and anything else is another. */
    static String edited(MarkdownFile file, ItemEdit edit, Instant now) {
        Map<String, Optional<Value>> changes = new LinkedHashMap<>();
        edit.fields().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(change -> changes.put(change.getKey(), value(file, change.getKey(), change.getValue())));
        MarkdownFile after = file.with(changes);
        after = edit.body() == null ? after : after.withBody(edit.body().apply(file.body()));
        if (after.text().equals(file.text())) {
            return file.text();
        }
        return after.hasFront() && !changes.containsKey(FrontMatter.UPDATED)
                ? after.with(Map.of(FrontMatter.UPDATED, Optional.of(time(now))))
                        .text()
                : after.text();
    }

    private static Optional<Value> value(MarkdownFile file, String key, ItemEdit.Change change) {
        return switch (change) {
            case ItemEdit.Change.Set set -> Optional.of(set.value());
            case ItemEdit.Change.Clear clear -> Optional.empty();
            case ItemEdit.Change.Add add -> {
                List<Value> items = items(file, key);
                List<Value> fresh = add.values().stream()
                        .filter(value -> items.stream().noneMatch(item -> isSame(item, value)))
                        .toList();
                items.addAll(fresh);
                yield fresh.isEmpty() ? now(file, key) : Optional.of(new Value.Arr(items, false));
            }
            case ItemEdit.Change.Remove remove -> {
                List<Value> items = items(file, key);
                boolean isFewer =
                        items.removeIf(item -> remove.values().stream().anyMatch(value -> isSame(item, value)));
                yield isFewer ? Optional.of(new Value.Arr(items, false)) : now(file, key);
            }
        };
    }

    private static Optional<Value> now(MarkdownFile file, String key) {
        return Optional.ofNullable(file.front().fields().get(key));
    }

    /** Whether two items of a list say the same: a number and its digits do, a reference and its address alone too. */
    private static boolean isSame(Value a, Value b) {
        return a.equals(b) || (!name(a).isEmpty() && name(a).equals(name(b)));
    }

    private static String name(Value value) {
        return switch (value) {
            case Value.Str text -> text.text();
            case Value.Num number -> number.spelling();
            case Value.Obj object -> object.get("url") instanceof Value.Str url ? url.text() : "";
            default -> "";
        };
    }

    /** The items of a list; a single value is a list of one. */
    private static List<Value> items(MarkdownFile file, String key) {
        return switch (file.front().fields().get(key)) {
            case Value.Arr list -> new ArrayList<>(list.items());
            case Value.Null none -> new ArrayList<>();
            case null -> new ArrayList<>();
            case Value single -> new ArrayList<>(List.of(single));
        };
    }

    private static Value.Field field(String name, String text) {
        return new Value.Field(name, text(text));
    }

    static Value time(Instant instant) {
        return text(TIME.format(instant));
    }

    static Value text(String text) {
        return new Value.Str(text, false);
    }
}
