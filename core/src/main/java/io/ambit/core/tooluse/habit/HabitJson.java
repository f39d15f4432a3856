package io.ambit.core.tooluse.habit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as callers read them. */
public final class HabitJson {
    private HabitJson() {}

    /** The tree of one finding. */
    public static Map<String, Object> tree(HabitFinding finding) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("habit", finding.kind().key());
        tree.put("session", finding.session().value());
        tree.put("calls", List.copyOf(finding.positions()));
        tree.put("tool", finding.tool());
        tree.put("wastedCalls", finding.wastedCalls());
        tree.put("wastedTokens", finding.wastedTokens());
        tree.put("why", finding.reason());
        tree.put("evidence", finding.evidence());
        tree.put(
                "instead",
                finding.cheaper().stream()
                        .map(call -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("tool", call.tool());
                            one.put("arguments", call.arguments());
                            return one;
                        })
                        .toList());
        return tree;
    }
}
