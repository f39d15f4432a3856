package io.ambit.mcp.resource;

import io.ambit.core.item.Item;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Value;
import java.util.stream.Collectors;

/** An item as one text: its front matter, values that are no plain words in JSON, then its body. */
final class ItemMarkdown {
    private ItemMarkdown() {}

    static String of(Item item) {
        if (item.front().fields().fields().isEmpty()) {
            return item.body();
        }
        StringBuilder out = new StringBuilder("---\n");
        for (Value.Field field : item.front().fields().fields()) {
            out.append(field.name()).append(": ").append(json(field.value())).append('\n');
        }
        return out.append("---\n").append(item.body()).toString();
    }

    private static String json(Value value) {
        return switch (value) {
            case Value.Str text -> isPlain(text.text()) ? text.text() : quoted(text.text());
            case Value.Num number -> number.spelling();
            case Value.Bool flag -> String.valueOf(flag.value());
            case Value.Null nothing -> "null";
            case Value.Arr list ->
                list.items().stream().map(ItemMarkdown::json).collect(Collectors.joining(", ", "[", "]"));
            case Value.Obj object ->
                object.fields().stream()
                        .map(field -> quoted(field.name()) + ": " + json(field.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /** Words, dates and ids read better without quotation marks, and mean the same. */
    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && !text.isBlank()
                && Character.isLetter(text.charAt(0))
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == '_')
                && !text.endsWith(" ");
    }

    private static String quoted(String text) {
        return JsonStrings.quote(text);
    }
}
