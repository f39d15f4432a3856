package io.ambit.core.tooluse.sequence;

import io.ambit.core.tool.Invocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan made better, as callers read it. */
public final class PlanJson {
    private PlanJson() {}

    /** The tree of an answer. */
    public static Map<String, Object> tree(OptimizedPlan plan) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "verdict",
                plan.changes().isEmpty()
                        ? plan.advice().isEmpty() ? "nothing better is known" : "the calls stay, with advice"
                        : "better");
        tree.put(
                "steps",
                plan.steps().stream()
                        .map(step -> step.stream().map(PlanJson::call).toList())
                        .toList());
        tree.put(
                "changes",
                plan.changes().stream()
                        .map(change -> Map.of(
                                "kind", change.kind().key(),
                                "planned", change.positions(),
                                "why", change.reason()))
                        .toList());
        tree.put(
                "advice",
                plan.advice().stream()
                        .map(advice -> Map.of(
                                "kind", advice.kind(),
                                "tool", advice.tool(),
                                "beside", advice.beside(),
                                "sessions", advice.sessions(),
                                "of", advice.of(),
                                "why", advice.reason()))
                        .toList());
        tree.put(
                "saving",
                Map.of(
                        "calls", plan.savedCalls(),
                        "rounds", plan.savedRounds(),
                        "tokens", plan.savedTokens()));
        return tree;
    }

    private static Map<String, Object> call(OptimizedCall call) {
        Map<String, Object> tree = new LinkedHashMap<>(invocation(call.call()));
        tree.put("planned", List.copyOf(call.stands()));
        return tree;
    }

    private static Map<String, Object> invocation(Invocation call) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("tool", call.tool());
        tree.put("arguments", call.arguments());
        return tree;
    }
}
