package io.ambit.core.tooluse.suggest;

import io.ambit.core.text.JsonTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Suggestions for programs and for people. */
public final class SuggestionJson {
    private SuggestionJson() {}

    /** A suggestion as a tree; what says nothing is left out, but its parameters. */
    public static Map<String, Object> tree(Suggestion one) {
        Map<String, Object> tree = new LinkedHashMap<>(JsonTree.object(
                "tool",
                one.tool(),
                "server",
                one.server(),
                "confidence",
                one.confidence(),
                "why",
                one.why(),
                "missing",
                one.missing(),
                "examples",
                one.examples().stream().map(SuggestionJson::example).toList()));
        tree.put("parameters", one.parameters());
        return tree;
    }

    private static Map<String, Object> example(Suggestion.Example example) {
        return Map.of("request", example.request(), "arguments", example.arguments(), "likeness", example.likeness());
    }

    /** Suggestions as a tree. */
    public static Map<String, Object> tree(List<Suggestion> all) {
        return Map.of("suggestions", all.stream().map(SuggestionJson::tree).toList());
    }
}
