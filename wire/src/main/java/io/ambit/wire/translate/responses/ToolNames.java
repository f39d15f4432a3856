package io.ambit.wire.translate.responses;

import io.ambit.core.text.Hash;
import io.ambit.core.text.Json;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of a request's tools where there are no namespaces: that of the namespace, two underlines, that of the tool,
 * and where this is too long or taken, a part of its hash in the place of the end. The same request gives the same names,
 * so that the answer finds the way back.
 */
final class ToolNames {
    /** What OpenAI allows. */
    private static final int MAX_LENGTH = 64;

    private static final int HASH_LENGTH = 10;

    /** A tool as its client knows it. */
    record Named(String namespace, String name) {}

    private final Map<Named, String> flat = new HashMap<>();
    private final Map<String, Named> back = new HashMap<>();

    ToolNames(Json body) {
        Json tools = body.get("tools");
        if (tools == null) {
            return;
        }
        for (Json tool : tools.items()) {
            String name = tool.text("name");
            if (name != null && !"namespace".equals(tool.text("type"))) {
                back.put(name, new Named("", name));
            }
        }
        for (Json tool : tools.items()) {
            String namespace = tool.text("name");
            Json nested = tool.get("tools");
            if (namespace != null && nested != null && "namespace".equals(tool.text("type"))) {
                nested.items().forEach(inner -> add(namespace, inner.text("name")));
            }
        }
    }

    private void add(String namespace, @Nullable String name) {
        if (name == null) {
            return;
        }
        Named named = new Named(namespace, name);
        String joined = joined(named);
        flat.put(named, joined);
        back.put(joined, named);
    }

    private String joined(Named named) {
        String joined = named.namespace() + "__" + named.name();
        Named holder = back.get(joined);
        if (joined.length() <= MAX_LENGTH && (holder == null || holder.equals(named))) {
            return joined;
        }
        String hash = Hash.of(named.namespace() + '\n' + named.name()).hex().substring(0, HASH_LENGTH);
        int kept = Math.min(joined.length(), MAX_LENGTH - HASH_LENGTH - 1);
        return joined.substring(0, kept) + "_" + hash;
    }

    /** The one name of a tool; of one that the request does not bring, what it would be. */
    String flat(@Nullable String namespace, String name) {
        if (namespace == null || namespace.isEmpty()) {
            return name;
        }
        Named named = new Named(namespace, name);
        String known = flat.get(named);
        return known == null ? joined(named) : known;
    }

    /** The tool of that one name. */
    Named back(String name) {
        return back.getOrDefault(name, new Named("", name));
    }
}
