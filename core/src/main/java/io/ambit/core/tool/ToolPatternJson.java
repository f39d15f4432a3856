package io.ambit.core.tool;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.record.JsonFields;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.ToolPattern.Evidence;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Patterns as JSON: in stores, in files for people, in answers. */
public final class ToolPatternJson {
    private ToolPatternJson() {}

    /** All of a pattern as a tree. */
    public static Map<String, Object> tree(ToolPattern pattern) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", pattern.id());
        tree.put("state", pattern.state().label());
        tree.put("origin", pattern.origin());
        tree.putAll(JsonTree.object("tool", pattern.tool()));
        tree.put("class", pattern.failure().label());
        tree.putAll(JsonTree.object("error", pattern.shape()));
        tree.put("advice", pattern.advice().label());
        tree.put("note", pattern.note());
        Recipe recipe = pattern.recipe();
        tree.put(
                "recipe",
                JsonTree.object(
                        "kind", recipe.kind().name().toLowerCase(Locale.ROOT),
                        "argument", recipe.argument(),
                        "from", recipe.from(),
                        "to", recipe.to(),
                        "value", recipe.value()));
        tree.put("confidence", Math.round(pattern.confidence() * 1000) / 1000.0);
        tree.put(
                "evidence",
                Map.of(
                        "worked", pattern.evidence().worked(),
                        "failed", pattern.evidence().failed(),
                        "sessions", pattern.evidence().sessions()));
        tree.put("changed", pattern.changed().toString());
        return tree;
    }

    /**
     * The pattern of a tree.
     *
     * @throws InvalidInputException where it is none
     */
    public static ToolPattern read(Json json) {
        try {
            JsonFields fields = new JsonFields(json);
            JsonFields recipe = object(fields, "recipe");
            JsonFields evidence = object(fields, "evidence");
            Json value = recipe.object().get("value");
            Instant changed = fields.time("changed");
            return new ToolPattern(
                    fields.required("id"),
                    fields.text("tool"),
                    FailureClass.of(fields.required("class")),
                    fields.text("error"),
                    Advice.of(fields.required("advice")),
                    new Recipe(
                            Recipe.Kind.valueOf(recipe.required("kind").toUpperCase(Locale.ROOT)),
                            recipe.text("argument"),
                            recipe.text("to"),
                            recipe.text("from"),
                            value == null ? null : JsonTree.of(value)),
                    fields.text("note"),
                    new Evidence(
                            (int) evidence.number("worked", 0),
                            (int) evidence.number("failed", 0),
                            evidence.texts("sessions")),
                    PatternState.of(fields.required("state")),
                    fields.required("origin"),
                    changed == null ? Instant.EPOCH : changed);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("no pattern: " + e.getMessage(), e);
        }
    }

    private static JsonFields object(JsonFields fields, String name) {
        JsonFields object = fields.object(name);
        if (object == null) {
            throw new InvalidInputException("no '" + name + "', expected an object");
        }
        return object;
    }
}
