package io.ambit.core.tooluse.habit;

import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ToolDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Items looked up one after another where one call would have returned the same: a tool takes a list of them, or a call
 * that lists such items returns them whole and filters by what they share. Where each look-up rests on the one before,
 * none would have.
 */
final class LoopRule implements HabitRule {
    private static final int MIN_CALLS = 3;

    @Override
    public List<HabitFinding> find(SessionView view) {
        List<HabitFinding> found = new ArrayList<>();
        List<Seen> run = new ArrayList<>();
        for (Seen each : view.calls()) {
            if (each.effect() == Effect.PURE) {
                continue;
            }
            if (!run.isEmpty() && !continues(run, each)) {
                close(view, run, found);
            }
            if (isLookUp(view, each)) {
                run.add(each);
            }
        }
        close(view, run, found);
        return found;
    }

    private static boolean isLookUp(SessionView view, Seen call) {
        return call.effect() == Effect.READ
                && call.succeeded()
                && view.traits().isRepeatable(call.invocation())
                && !call.arguments().isEmpty();
    }

    private static boolean continues(List<Seen> run, Seen next) {
        Seen first = run.get(0);
        if (!next.tool().equals(first.tool())
                || !next.succeeded()
                || !next.call().request().equals(first.call().request())) {
            return false;
        }
        List<Invocation> calls =
                new ArrayList<>(run.stream().map(Seen::invocation).toList());
        calls.add(next.invocation());
        return BatchCall.differing(calls) != null;
    }

    private static void close(SessionView view, List<Seen> run, List<HabitFinding> found) {
        if (run.size() >= MIN_CALLS) {
            HabitFinding finding = finding(view, List.copyOf(run));
            if (finding != null) {
                found.add(finding);
            }
        }
        run.clear();
    }

    private static @Nullable HabitFinding finding(SessionView view, List<Seen> run) {
        List<Invocation> calls = run.stream().map(Seen::invocation).toList();
        String parameter = BatchCall.differing(calls);
        if (parameter == null || !isKnownBefore(view, run, parameter)) {
            return null;
        }
        Optional<BatchCall> batch = BatchCall.of(calls, view.traits());
        Invocation cheaper = batch.map(BatchCall::call).orElse(null);
        String evidence =
                batch.map(each -> each.call().tool() + " takes a list of them").orElse("");
        if (cheaper == null) {
            cheaper = listing(view, run, parameter);
            evidence = cheaper == null
                    ? ""
                    : cheaper.tool() + " has returned such items whole, and filters by what these share";
        }
        if (cheaper == null) {
            return null;
        }
        // The results would come all the same; what is saved is the calls and their arguments.
        int tokens = run.stream()
                .skip(1)
                .mapToInt(each -> TokenSize.of(each.call().arguments())
                        + TokenSize.of(each.call().said()))
                .sum();
        return new HabitFinding(
                HabitKind.LOOP,
                view.session().session(),
                run.stream().map(Seen::position).toList(),
                run.get(0).tool(),
                run.size() - 1,
                tokens,
                List.of(cheaper),
                run.get(0).tool() + " was called " + run.size() + " times for one item each; one call of "
                        + cheaper.tool() + " returns them all.",
                evidence + "; the calls differ in " + parameter
                        + " only, and all of its values were known before the first");
    }

    /** Whether every value was to be read before the first call, or was asked for at once with it. */
    private static boolean isKnownBefore(SessionView view, List<Seen> run, String parameter) {
        String known = view.knownBefore(run.get(0).position());
        int first = run.get(0).call().iteration();
        for (Seen each : run) {
            String value = String.valueOf(each.arguments().get(parameter)).toLowerCase(Locale.ROOT);
            if (each.call().iteration() != first && !Mentions.in(known, value)) {
                return false;
            }
        }
        return true;
    }

    /** A call that lists such items, as recorded ones show, with the filter that fits exactly what these share. */
    private static @Nullable Invocation listing(SessionView view, List<Seen> run, String parameter) {
        Set<String> fields = fields(run);
        if (fields.size() < 2) {
            return null;
        }
        Set<String> subject = ToolName.of(run.get(0).tool()).subject();
        for (String tool : view.traits().called()) {
            ToolDefinition definition = view.traits().definition(tool);
            if (tool.equals(run.get(0).tool())
                    || definition == null
                    || !ToolName.of(tool).subject().equals(subject)) {
                continue;
            }
            for (Seen listed : view.traits().calls(tool)) {
                List<Map<?, ?>> items =
                        listed.succeeded() && listed.effect() == Effect.READ ? Trees.items(listed.tree()) : List.of();
                boolean isWhole = items.size() >= run.size()
                        && items.stream()
                                .allMatch(item -> Trees.members(item).keySet().containsAll(fields));
                Invocation call = isWhole ? filtered(listed, run, parameter) : null;
                if (call != null && call.arguments().keySet().containsAll(Schemas.required(definition))) {
                    return call;
                }
            }
        }
        return null;
    }

    /** The recorded call with its filters set to what the run's items have in common; null where one of them does not fit. */
    private static @Nullable Invocation filtered(Seen listed, List<Seen> run, String parameter) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (String filter : listed.arguments().keySet()) {
            Object shared = run.get(0).tree() instanceof Map<?, ?> item ? item.get(filter) : null;
            boolean isShared = shared != null
                    && !filter.equals(parameter)
                    && (shared instanceof String || shared instanceof Number)
                    && run.stream()
                            .allMatch(each -> each.tree() instanceof Map<?, ?> item && shared.equals(item.get(filter)));
            if (!isShared) {
                return null;
            }
            arguments.put(filter, shared);
        }
        return arguments.isEmpty() ? null : new Invocation(listed.tool(), arguments);
    }

    /** The fields that each of the results has; nothing where one is no object. */
    private static Set<String> fields(List<Seen> run) {
        Set<String> fields = null;
        for (Seen each : run) {
            if (!(each.tree() instanceof Map<?, ?> item)) {
                return Set.of();
            }
            Set<String> own = Trees.members(item).keySet();
            if (fields == null) {
                fields = new LinkedHashSet<>(own);
            } else {
                fields.addAll(own);
            }
        }
        return fields == null ? Set.of() : fields;
    }
}
