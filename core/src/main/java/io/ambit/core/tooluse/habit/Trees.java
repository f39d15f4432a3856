package io.ambit.core.tooluse.habit;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reading of trees: what JSON is as maps and lists. */
final class Trees {
    private Trees() {}

    @SuppressWarnings("NullAway") // a JSON null is a member too
    static Map<String, Object> members(Map<?, ?> map) {
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, value) -> members.put(String.valueOf(name), value));
        return members;
    }

    /** Of an answer in the blocks of MCP, one block of text that is JSON itself, that; else the tree as it is. */
    static @Nullable Object content(@Nullable Object tree) {
        Object blocks = tree instanceof Map<?, ?> map && map.get("content") instanceof List<?> list ? list : tree;
        if (blocks instanceof List<?> list
                && list.size() == 1
                && list.get(0) instanceof Map<?, ?> block
                && "text".equals(block.get("type"))
                && block.get("text") instanceof String text) {
            try {
                return JsonTree.of(Json.parse(text));
            } catch (JsonSyntaxException prose) {
                return null;
            }
        }
        return tree;
    }

    /** Every text and number in a tree, as it is spelled, depth first. */
    static List<String> leaves(@Nullable Object tree) {
        List<String> leaves = new ArrayList<>();
        collect(tree, leaves);
        return leaves;
    }

    private static void collect(@Nullable Object tree, List<String> into) {
        switch (tree) {
            case null -> {}
            case Map<?, ?> map -> map.values().forEach(value -> collect(value, into));
            case List<?> list -> list.forEach(value -> collect(value, into));
            case Boolean ignored -> {}
            default -> into.add(tree.toString());
        }
    }

    /** Every object in a tree that stands in a list: the items of an answer that lists some. */
    static List<Map<?, ?>> items(@Nullable Object tree) {
        List<Map<?, ?>> items = new ArrayList<>();
        if (tree instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> item) {
                    items.add(item);
                }
            }
        } else if (tree instanceof Map<?, ?> map) {
            for (Object value : map.values()) {
                if (value instanceof List<?> list) {
                    items.addAll(items(list));
                }
            }
        }
        return items;
    }
}
