package io.ambit.core.context.assembly.reconcile;

import static io.ambit.core.text.JsonTree.object;

import io.ambit.core.context.assembly.reconcile.Review.Entry;
import java.util.List;
import java.util.Map;

/** The JSON forms of a review and of what became of it, the same on command line, MCP and HTTP. */
public final class ReviewJson {
    private ReviewJson() {}

    public static Map<String, Object> tree(Review review) {
        Map<String, Object> tree = object("epic", review.epic(), "title", review.title());
        tree.put("new", review.news());
        tree.put("curated", review.curated());
        tree.put(
                "groups",
                review.groups().stream()
                        .map(group -> {
                            Map<String, Object> one = object("type", group.type());
                            one.put(
                                    "entries",
                                    group.entries().stream()
                                            .map(ReviewJson::entry)
                                            .toList());
                            return one;
                        })
                        .toList());
        return tree;
    }

    private static Map<String, Object> entry(Entry entry) {
        Map<String, Object> tree = object(
                "id", entry.id(),
                "type", entry.type(),
                "title", entry.title(),
                "text", entry.text(),
                "author", entry.author(),
                "at", entry.at().toString());
        tree.put("new", entry.isNew());
        List<Map<String, Object>> duplicates = entry.duplicates().stream()
                .map(near -> {
                    Map<String, Object> one = object("id", near.id());
                    one.put("similarity", near.similarity());
                    return one;
                })
                .toList();
        if (!duplicates.isEmpty()) {
            tree.put("duplicates", duplicates);
        }
        List<Map<String, Object>> conflicts = entry.conflicts().stream()
                .map(conflict -> object("id", conflict.id(), "why", conflict.why()))
                .toList();
        if (!conflicts.isEmpty()) {
            tree.put("conflicts", conflicts);
        }
        tree.put(
                "proposed",
                object(
                        "action", entry.proposed().action(),
                        "into", entry.proposed().into(),
                        "why", entry.proposed().why()));
        return tree;
    }

    public static Map<String, Object> tree(Curated curated) {
        Map<String, Object> tree = object("epic", curated.epic());
        tree.put("kept", curated.kept());
        tree.put("edited", curated.edited());
        tree.put("merged", curated.merged());
        tree.put("dropped", curated.dropped());
        tree.put("text", curated.text());
        return tree;
    }
}
