package io.ambit.core.context.assembly.preference;

import static io.ambit.core.text.JsonTree.object;

import java.util.Map;

/** The JSON form of what was learned, the same on command line, MCP and HTTP. */
public final class PreferencesJson {
    private PreferencesJson() {}

    public static Map<String, Object> tree(Preferences preferences) {
        Map<String, Object> tree = object();
        tree.put(
                "preferences",
                preferences.all().stream()
                        .map(one -> {
                            Map<String, Object> entry = object("task", one.task(), "role", one.role());
                            entry.put("offered", one.offered());
                            entry.put("opened", one.opened());
                            entry.put("factor", one.factor());
                            return entry;
                        })
                        .toList());
        return tree;
    }
}
