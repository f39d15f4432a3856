package io.ambit.core.tooluse.habit;

import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A whole item fetched of which only a small part is ever used, where the tool could have been asked for that part. Judged
 * only where all that the model wrote is known and it changed nothing afterwards: what it read may have guided a change
 * without showing in it.
 */
final class OverFetchRule implements HabitRule {
    /** A smaller result is not worth a word, in tokens. */
    private static final int MIN_TOKENS = 200;
    /** The used part is at most one in so many of the result's tokens. */
    private static final int SMALL_PART = 8;

    private static final Set<String> CHOOSERS =
            Set.of("fields", "field", "select", "columns", "attributes", "properties", "projection", "keys");

    @Override
    public List<HabitFinding> find(SessionView view) {
        List<HabitFinding> found = new ArrayList<>();
        if (!view.isWhole()) {
            return found;
        }
        int lastWrite = view.calls().stream()
                .filter(call -> call.effect().changes())
                .mapToInt(Seen::position)
                .max()
                .orElse(-1);
        for (Seen call : view.calls()) {
            if (call.position() > lastWrite && call.effect() == Effect.READ && call.succeeded()) {
                HabitFinding finding = finding(view, call);
                if (finding != null) {
                    found.add(finding);
                }
            }
        }
        return found;
    }

    private static @Nullable HabitFinding finding(SessionView view, Seen call) {
        String chooser = chooser(view, call);
        int size = TokenSize.of(call.call().result());
        if (chooser == null || size < MIN_TOKENS || !(call.tree() instanceof Map<?, ?> item)) {
            return null;
        }
        LaterUse use = new LaterUse(
                view.writtenAfter(call.position()),
                LaterUse.wordsOf(List.of(view.session().goal())));
        Set<String> used = new LinkedHashSet<>();
        int usedTokens = 0;
        for (Map.Entry<String, Object> field : Trees.members(item).entrySet()) {
            boolean isArgument = call.arguments().containsValue(field.getValue());
            if (!isArgument && use.shows(field.getValue())) {
                used.add(field.getKey());
                usedTokens += TokenSize.of(JsonTree.write(field.getValue()));
            }
        }
        if (used.isEmpty() || used.size() > 2 || usedTokens * SMALL_PART > size) {
            return null;
        }
        Map<String, Object> arguments = new LinkedHashMap<>(call.arguments());
        arguments.put(
                chooser,
                Schemas.takes(Schemas.parameter(view.traits().definition(call.tool()), chooser), "array")
                        ? List.copyOf(used)
                        : String.join(",", used));
        return new HabitFinding(
                HabitKind.OVER_FETCH,
                view.session().session(),
                List.of(call.position()),
                call.tool(),
                0,
                size - usedTokens,
                List.of(new Invocation(call.tool(), arguments)),
                "The whole item was fetched for " + String.join(" and ", used) + "; " + chooser
                        + " asks for that alone.",
                "nothing else of its " + size + " tokens shows in the later calls or the answer");
    }

    /** The parameter by which the call could have said what it wants; null where it has none, or used it. */
    private static @Nullable String chooser(SessionView view, Seen call) {
        for (Map.Entry<String, Map<String, Object>> each :
                Schemas.parameters(view.traits().definition(call.tool())).entrySet()) {
            boolean isText = Schemas.takes(each.getValue(), "string") || Schemas.takesList(each.getValue());
            if (CHOOSERS.contains(each.getKey()) && isText) {
                return call.arguments().containsKey(each.getKey()) ? null : each.getKey();
            }
        }
        return null;
    }
}
