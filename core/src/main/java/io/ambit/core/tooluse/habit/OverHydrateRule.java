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
 * References expanded of which nothing is used. What the expansion brought is told by its name, {@code include_comments}
 * and {@code comments}, or from calls of the same tool without it. Judged like {@link OverFetchRule}.
 */
final class OverHydrateRule implements HabitRule {
    /** A smaller extra is not worth a word, in tokens. */
    private static final int MIN_TOKENS = 100;

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
                for (String flag : flags(call)) {
                    HabitFinding finding = finding(view, call, flag);
                    if (finding != null) {
                        found.add(finding);
                        break;
                    }
                }
            }
        }
        return found;
    }

    /** The arguments that ask for more. */
    static List<String> flags(Seen call) {
        List<String> flags = new ArrayList<>();
        call.arguments().forEach((name, value) -> {
            if (Hydration.asksMore(name, value)) {
                flags.add(name);
            }
        });
        return flags;
    }

    private static @Nullable HabitFinding finding(SessionView view, Seen call, String flag) {
        if (!(call.tree() instanceof Map<?, ?> item)) {
            return null;
        }
        Set<String> extra = named(call, flag, Trees.members(item).keySet());
        if (extra.isEmpty()) {
            extra = beyond(view, call, Trees.members(item).keySet());
        }
        LaterUse use = new LaterUse(
                view.writtenAfter(call.position()),
                LaterUse.wordsOf(List.of(view.session().goal())));
        int tokens = 0;
        for (String field : extra) {
            if (use.shows(item.get(field))) {
                return null;
            }
            tokens += TokenSize.of(JsonTree.write(item.get(field)));
        }
        boolean isUsedElsewhere = Trees.members(item).entrySet().stream().anyMatch(each -> use.shows(each.getValue()));
        if (tokens < MIN_TOKENS || !isUsedElsewhere) {
            return null;
        }
        Map<String, Object> arguments = new LinkedHashMap<>(call.arguments());
        if (arguments.get(flag) instanceof Boolean) {
            arguments.put(flag, false);
        } else {
            arguments.remove(flag);
        }
        return new HabitFinding(
                HabitKind.OVER_HYDRATE,
                view.session().session(),
                List.of(call.position()),
                call.tool(),
                0,
                tokens,
                List.of(new Invocation(call.tool(), arguments)),
                flag + " brought " + String.join(", ", extra) + ", and nothing of it was used.",
                "of its " + tokens + " tokens none shows in the later calls or the answer");
    }

    /** The fields that the flag names. */
    private static Set<String> named(Seen call, String flag, Set<String> fields) {
        Set<String> wanted = new LinkedHashSet<>(ToolName.of(flag).words());
        wanted.removeAll(Hydration.flagWords());
        if (call.arguments().get(flag) instanceof List<?> names) {
            wanted.clear();
            names.forEach(
                    name -> wanted.addAll(ToolName.of(String.valueOf(name)).words()));
        }
        Set<String> found = new LinkedHashSet<>();
        for (String field : fields) {
            List<String> words = ToolName.of(field).words();
            if (!words.isEmpty() && wanted.containsAll(words)) {
                found.add(field);
            }
        }
        return found;
    }

    /** The fields that calls without the flag never return. */
    private static Set<String> beyond(SessionView view, Seen call, Set<String> fields) {
        Set<String> plain = new LinkedHashSet<>();
        for (Seen other : view.traits().calls(call.tool())) {
            boolean isPlain = flags(other).isEmpty() && other.succeeded();
            if (isPlain && other.tree() instanceof Map<?, ?> item) {
                plain.addAll(Trees.members(item).keySet());
            }
        }
        Set<String> extra = new LinkedHashSet<>(plain.isEmpty() ? Set.of() : fields);
        extra.removeAll(plain);
        return extra;
    }
}
