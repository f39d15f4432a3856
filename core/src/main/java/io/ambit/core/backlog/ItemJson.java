package io.ambit.core.backlog;

import static io.ambit.core.text.JsonTree.object;

import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.Reference;
import io.ambit.core.item.ValueTree;
import io.ambit.core.text.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON form of an item: the same for command line, MCP and HTTP. What an item does not have is left out. */
public final class ItemJson {
    private static final Set<String> NAMED = Set.of(
            FrontMatter.ID,
            FrontMatter.TYPE,
            FrontMatter.TITLE,
            FrontMatter.STATUS,
            FrontMatter.PARENT,
            FrontMatter.TAGS,
            FrontMatter.REFERENCES,
            FrontMatter.BLOCKED_REASON,
            FrontMatter.EVIDENCE,
            FrontMatter.CREATED,
            FrontMatter.UPDATED);

    private ItemJson() {}

    /** All of an item, its text too. */
    public static Map<String, Object> whole(Item item) {
        Map<String, Object> tree = tree(item);
        tree.put("body", item.body());
        return tree;
    }

    /** An item without its text. */
    public static Map<String, Object> tree(Item item) {
        Map<String, Object> tree = line(item);
        tree.putAll(object(
                "references",
                item.references().stream().map(ItemJson::reference).toList(),
                "blocked_reason",
                item.blockedReasons(),
                "evidence",
                item.evidence(),
                "created_at",
                item.createdAt().map(Object::toString).orElse(""),
                "path",
                item.path(),
                "fields",
                others(item.front())));
        return tree;
    }

    /** An item on one line of a list. */
    public static Map<String, Object> line(Item item) {
        return object(
                "id",
                item.id().value(),
                "type",
                item.type().name(),
                "title",
                item.title(),
                "status",
                item.status(),
                "parent_id",
                item.parent().map(ItemId::value).orElse(""),
                "tags",
                item.tags(),
                "updated_at",
                item.updatedAt().toString());
    }

    private static Map<String, Object> reference(Reference reference) {
        return object("url", reference.url(), "title", reference.title());
    }

    private static Map<String, @Nullable Object> others(FrontMatter front) {
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        for (Value.Field field : front.fields().fields()) {
            if (!NAMED.contains(field.name()) && !others.containsKey(field.name())) {
                others.put(field.name(), ValueTree.of(field.value()));
            }
        }
        return others;
    }
}
