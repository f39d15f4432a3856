package io.ambit.core.item;

import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON form of an item, the same on command line and HTTP. */
public final class ItemJson {
    /** Longer spellings of numbers stay texts: making numbers of them takes time that a file's author chose. */
    private static final int MAX_NUMBER = 40;

    private ItemJson() {}

    /** All of an item, {@code fields} being its front matter as the file has it. */
    public static Map<String, Object> tree(Item item) {
        Map<String, Object> tree = line(item);
        tree.putAll(JsonTree.object(
                "createdAt",
                item.createdAt().map(Object::toString).orElse(""),
                "references",
                item.references().stream().map(ItemJson::reference).toList(),
                "blockedReason",
                item.blockedReasons(),
                "evidence",
                item.evidence()));
        tree.put("path", item.path());
        tree.put("version", item.version().hex());
        tree.put("fields", value(item.front().fields()));
        tree.put("body", item.body());
        return tree;
    }

    /** What a list holds of an item. */
    public static Map<String, Object> line(Item item) {
        Map<String, Object> line =
                JsonTree.object("id", item.id().value(), "type", item.type().name());
        line.put("title", item.title());
        line.putAll(JsonTree.object(
                "status",
                item.status(),
                "parent",
                item.parent().map(Object::toString).orElse(""),
                "tags",
                item.tags(),
                "updatedAt",
                item.updatedAt().toString()));
        return line;
    }

    private static Map<String, Object> reference(Reference reference) {
        return JsonTree.object("url", reference.url(), "title", reference.title());
    }

    /** A value of the front matter; of a name that stands there twice the first one. */
    private static @Nullable Object value(Value value) {
        return switch (value) {
            case Value.Obj object -> {
                Map<String, Object> members = new LinkedHashMap<>();
                object.fields().forEach(field -> members.putIfAbsent(field.name(), value(field.value())));
                yield members;
            }
            case Value.Arr list -> {
                List<@Nullable Object> items = new ArrayList<>();
                list.items().forEach(item -> items.add(value(item)));
                yield items;
            }
            case Value.Str text -> text.text();
            case Value.Num number -> number(number.spelling());
            case Value.Bool flag -> flag.value();
            case Value.Null nothing -> null;
        };
    }

    /** YAML knows numbers that JSON does not ({@code 0x1f}, {@code .inf}): they stay as they are spelt. */
    private static Object number(String spelling) {
        try {
            return spelling.length() > MAX_NUMBER ? spelling : new BigDecimal(spelling);
        } catch (NumberFormatException e) {
            return spelling;
        }
    }
}
