package io.ambit.core.graph;

import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the item that another one names: by id in any spelling, by its path from there, or by its file's name. */
final class ItemLookup {
    private static final String EXTENSION = ".md";

    private final Map<String, ItemId> byKey = new HashMap<>();
    private final Map<String, ItemId> byPath = new HashMap<>();
    private final Map<String, ItemId> byName = new HashMap<>();

    ItemLookup(List<Item> items) {
        for (Item item : items) {
            byKey.putIfAbsent(item.id().key(), item.id());
            byPath.putIfAbsent(item.path(), item.id());
            byName.putIfAbsent(bare(item.path().substring(item.path().lastIndexOf('/') + 1)), item.id());
        }
    }

    /** The item of an id. */
    Optional<ItemId> byId(String written) {
        return Optional.ofNullable(byKey.get(ItemId.key(written)));
    }

    /**
     * The item that a name leads to, seen from another one.
     *
     * @param from path of the item that names it
     */
    Optional<ItemId> byName(String written, String from) {
        String name = written.strip();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return byId(name).or(() -> byPath(name, from)).or(() -> byFileName(name));
    }

    /** The item whose file a link leads to; links outwards lead to none. */
    Optional<ItemId> byPath(String link, String from) {
        String path = link.startsWith(ItemId.RESOURCE) ? link.substring(ItemId.RESOURCE.length()) : link;
        if (path.indexOf(':') >= 0 || path.startsWith("/")) {
            return Optional.empty();
        }
        ItemId whole = found(path);
        return Optional.ofNullable(whole == null ? found(resolved(path, from)) : whole);
    }

    private @Nullable ItemId found(String path) {
        ItemId found = byPath.get(path);
        return found == null ? byPath.get(path + EXTENSION) : found;
    }

    private Optional<ItemId> byFileName(String name) {
        return name.indexOf('/') >= 0 ? Optional.empty() : Optional.ofNullable(byName.get(bare(name)));
    }

    private static String resolved(String link, String from) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : from.split("/", -1)) {
            parts.addLast(part);
        }
        parts.pollLast();
        for (String part : link.split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    private static String bare(String name) {
        return name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }
}
