package io.ambit.core.tooluse.failure;

import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reflections as JSON. */
public final class ReflectionJson {
    private ReflectionJson() {}

    /** All of a reflection as a tree. */
    public static Map<String, Object> tree(Reflection reflection) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("class", reflection.failure().label());
        tree.put("confidence", reflection.confidence());
        tree.put("cause", reflection.cause());
        tree.put("statement", reflection.statement());
        tree.put("advice", reflection.advice().label());
        if (reflection.pause() != null) {
            tree.put("wait_ms", reflection.pause().toMillis());
        }
        tree.put("next", reflection.next());
        if (reflection.corrected() != null) {
            tree.put("corrected", call(reflection.corrected()));
        }
        Recovery recovery = reflection.recovery();
        if (recovery != null) {
            tree.put(
                    "recovery",
                    JsonTree.object(
                            "session", recovery.session().value(),
                            "failed", call(recovery.failed()),
                            "worked", call(recovery.worked()),
                            "confidence", Math.round(recovery.confidence() * 100) / 100.0,
                            "calls_later", recovery.distance()));
        }
        if (!reflection.patterns().isEmpty()) {
            tree.put("patterns", reflection.patterns());
        }
        return tree;
    }

    private static Map<String, Object> call(Invocation call) {
        return Map.of("tool", call.tool(), "params", call.arguments());
    }
}
