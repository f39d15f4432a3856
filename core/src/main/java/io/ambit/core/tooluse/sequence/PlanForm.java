package io.ambit.core.tooluse.sequence;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans as callers write them: a list of calls, each with its tool and its arguments, in the names that go about. */
public final class PlanForm {
    private static final List<String> TOOLS = List.of("tool", "tool_name", "name");
    private static final List<String> ARGUMENTS = List.of("arguments", "params", "args", "parameters", "input");
    private static final int MAX_CALLS = 500;

    private PlanForm() {}

    /**
     * Reads a plan.
     *
     * @param tree a list of calls, or an object that holds one as {@code planned_calls} or {@code calls}
     * @throws InvalidInputException where it is none
     */
    public static List<PlannedCall> read(@Nullable Object tree) {
        Object list = tree;
        if (tree instanceof Map<?, ?> map) {
            list = map.get("planned_calls") == null ? map.get("calls") : map.get("planned_calls");
        }
        if (!(list instanceof List<?> calls)) {
            throw new InvalidInputException(
                    "planned_calls is no list, expected [{\"tool\": NAME, \"arguments\": {...}}, ...]");
        }
        if (calls.size() > MAX_CALLS) {
            throw new InvalidInputException(
                    "planned_calls has " + calls.size() + " calls, expected at most " + MAX_CALLS);
        }
        List<PlannedCall> planned = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            planned.add(call(calls.get(i), i));
        }
        return planned;
    }

    private static PlannedCall call(@Nullable Object tree, int index) {
        if (tree instanceof String tool && !tool.isBlank()) {
            return new PlannedCall(new Invocation(tool, Map.of()), false);
        }
        if (tree instanceof Map<?, ?> outer) {
            Map<?, ?> call = outer.get("function") instanceof Map<?, ?> function ? function : outer;
            for (String named : TOOLS) {
                if (call.get(named) instanceof String tool && !tool.isBlank()) {
                    return new PlannedCall(invocation(tool, call, index), Boolean.TRUE.equals(outer.get("made")));
                }
            }
        }
        throw new InvalidInputException(
                "planned_calls[" + index + "] names no tool, expected {\"tool\": NAME, \"arguments\": {...}}");
    }

    private static Invocation invocation(String tool, Map<?, ?> call, int index) {
        for (String named : ARGUMENTS) {
            Object arguments = call.get(named);
            if (arguments == null) {
                continue;
            }
            if (arguments instanceof String text) {
                return Invocation.parse(tool, text).orElseThrow(() -> noObject(index, named));
            }
            if (arguments instanceof Map<?, ?> map) {
                // Once around by way of text: the caller's numbers become those of a tree.
                return Invocation.parse(tool, JsonTree.write(map)).orElseThrow(() -> noObject(index, named));
            }
            throw noObject(index, named);
        }
        return new Invocation(tool, Map.of());
    }

    private static InvalidInputException noObject(int index, String named) {
        return new InvalidInputException("planned_calls[" + index + "]." + named + " is no JSON object");
    }
}
