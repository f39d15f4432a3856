package io.ambit.core.backlog;

import io.ambit.core.item.BodyEdit;
import io.ambit.core.item.ItemEdit;
import io.ambit.core.item.ItemEdit.Change;
import io.ambit.core.item.NewItem;
import io.ambit.core.memory.redact.Redaction;
import io.ambit.core.message.PrivateText;
import io.ambit.core.text.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is written to a backlog, without private text and secrets; each that was left out is a warning. */
final class Stored {
    private final Map<String, Integer> found = new TreeMap<>();

    NewItem clean(NewItem item) {
        return new NewItem(
                item.type(),
                text(item.title()),
                text(item.body()),
                item.fields().stream()
                        .map(field -> new Value.Field(field.name(), value(field.value())))
                        .toList());
    }

    ItemEdit clean(ItemEdit edit) {
        Map<String, Change> fields = new LinkedHashMap<>();
        edit.fields().forEach((key, change) -> fields.put(key, change(change)));
        return new ItemEdit(edit.body() == null ? null : body(edit.body()), fields);
    }

    List<String> warnings() {
        return found.keySet().stream()
                .map(what -> "a secret was not written: " + what)
                .toList();
    }

    private BodyEdit body(BodyEdit edit) {
        return switch (edit) {
            case BodyEdit.Replace all -> new BodyEdit.Replace(text(all.text()));
            case BodyEdit.Append more -> new BodyEdit.Append(text(more.text()));
            // What is replaced is not written, and has to be found.
            case BodyEdit.Swap swap -> new BodyEdit.Swap(swap.old(), text(swap.fresh()));
        };
    }

    private Change change(Change change) {
        return switch (change) {
            case Change.Set set -> new Change.Set(value(set.value()));
            case Change.Add add ->
                new Change.Add(add.values().stream().map(this::value).toList());
            case Change.Remove remove -> remove;
            case Change.Clear clear -> clear;
        };
    }

    private Value value(Value value) {
        return switch (value) {
            case Value.Str text -> new Value.Str(text(text.text()), false);
            case Value.Arr list ->
                new Value.Arr(list.items().stream().map(this::value).toList(), false);
            case Value.Obj map ->
                new Value.Obj(
                        "",
                        map.fields().stream()
                                .map(field -> new Value.Field(field.name(), value(field.value())))
                                .toList(),
                        false);
            default -> value;
        };
    }

    private String text(String text) {
        Redaction.Redacted redacted = Redaction.of(PrivateText.blank(text));
        redacted.found().forEach(what -> found.merge(what, 1, Integer::sum));
        return redacted.text();
    }
}
