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
                .forEach(change -> changes.put(
                        change.getKey(),
                        change.getValue().apply(file.front().fields().get(change.getKey()))));
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
