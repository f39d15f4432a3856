package io.ambit.core.tooluse.failure;

import io.ambit.core.message.ToolFailure;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came before a failed call, as the caller tells it: calls where it is JSON of them, else just text.
 *
 * @param calls in order
 * @param text all of it
 */
record Earlier(List<Call> calls, String text) {
    private static final int MAX = 200_000;
    private static final List<String> TOOLS = List.of("tool", "name", "tool_name");
    private static final List<String> ARGUMENTS = List.of("params", "arguments", "args", "input");
    private static final List<String> RESULTS = List.of("error", "result", "output", "content");

    /** An earlier call and what it gave. */
    record Call(Invocation call, String result, boolean failed) {}

    static Earlier of(String context) {
        String text = context.length() <= MAX ? context.strip() : context.substring(context.length() - MAX);
        List<Call> calls = new ArrayList<>();
        if (text.startsWith("[") || text.startsWith("{")) {
            try {
                Json value = Json.parse(text);
                Json listed = value.get("calls");
                for (Json each : (listed == null ? value : listed).items()) {
                    Call call = call(each);
                    if (call != null) {
                        calls.add(call);
                    }
                }
            } catch (JsonSyntaxException e) {
                return new Earlier(List.of(), text);
            }
        }
        return new Earlier(List.copyOf(calls), text);
    }

    /** How often the same thing was tried before and failed the same way. */
    int repeats(Invocation call, String statement) {
        String own = call.canonical();
        if (!calls.isEmpty()) {
            return (int) calls.stream()
                    .filter(each -> each.failed() && each.call().canonical().equals(own))
                    .count();
        }
        if (statement.isBlank()) {
            return 0;
        }
        String shape = ErrorShape.of(statement);
        return (int) text.lines()
                .filter(line ->
                        line.contains(statement.strip()) || ErrorShape.of(line).equals(shape))
                .count();
    }

    private static @Nullable Call call(Json each) {
        String tool = first(each, TOOLS);
        if (tool == null) {
            return null;
        }
        Map<String, Object> arguments = Map.of();
        for (String name : ARGUMENTS) {
            Json given = each.get(name);
            if (given instanceof Json.Obj object) {
                arguments = JsonTree.members(object);
            } else if (given instanceof Json.Str spelled) {
                arguments = Invocation.parse(tool, spelled.value())
                        .map(Invocation::arguments)
                        .orElse(Map.of());
            }
        }
        String result = first(each, RESULTS);
        boolean says = each.get("error") != null
                || (each.get("failed") instanceof Json.Bool flag && flag.value())
                || "failure".equals(each.text("outcome"));
        return new Call(
                new Invocation(tool, arguments),
                result == null ? "" : result,
                says || (result != null && ToolFailure.isFailure(result)));
    }

    private static @Nullable String first(Json each, List<String> names) {
        for (String name : names) {
            String found = each.text(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
