package io.ambit.core.tooluse.habit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Work said to be done without the evidence that such calls carry: the tool takes evidence by that name, or nearly all
 * recorded calls of the kind gave a comment, a reason. Silent where the item has it, or another call gives it.
 */
final class MissingEvidenceRule implements HabitRule {
    private static final Set<String> STATES = Set.of("status", "state", "resolution", "stage");
    private static final Set<String> DONE = Set.of(
            "done", "closed", "resolved", "completed", "complete", "fixed", "finished", "merged", "shipped", "solved");
    private static final Set<String> EVIDENCE = Set.of("evidence", "proof");
    private static final Set<String> ACCOUNTS =
            Set.of("evidence", "proof", "resolution", "comment", "note", "notes", "reason", "verification", "outcome");

    @Override
    public List<HabitFinding> find(SessionView view) {
        List<HabitFinding> found = new ArrayList<>();
        for (Seen call : view.calls()) {
            boolean isDone = call.effect() == Effect.WRITE
                    && call.succeeded()
                    && (Verbs.finishes(ToolName.of(call.tool())) || setsDone(call.arguments()));
            if (!isDone) {
                continue;
            }
            for (String parameter : wanted(view, call)) {
                if (!Siblings.isGiven(call, parameter) && !isGivenElsewhere(view, call, parameter)) {
                    found.add(finding(view, call, parameter));
                    break;
                }
            }
        }
        return found;
    }

    private static boolean setsDone(Map<String, Object> arguments) {
        return STATES.stream()
                .map(arguments::get)
                .anyMatch(value -> value instanceof String text
                        && DONE.contains(text.strip().toLowerCase(Locale.ROOT)));
    }

    /** The parameters that carry evidence, by the tool's schema or by what such calls give. */
    private static Set<String> wanted(SessionView view, Seen call) {
        Set<String> wanted = new LinkedHashSet<>();
        for (String name :
                Schemas.parameters(view.traits().definition(call.tool())).keySet()) {
            if (EVIDENCE.contains(name.toLowerCase(Locale.ROOT))) {
                wanted.add(name);
            }
        }
        List<Seen> siblings = Siblings.of(call, view.traits());
        for (Seen each : siblings) {
            for (String name : each.arguments().keySet()) {
                if (ToolName.of(name).has(ACCOUNTS) && Siblings.give(siblings, name)) {
                    wanted.add(name);
                }
            }
        }
        // One account is enough where several may be given.
        return wanted.stream().anyMatch(name -> Siblings.isGiven(call, name)) ? Set.of() : wanted;
    }

    /** Whether the item shows it already, or another call on the same item gives it. */
    private static boolean isGivenElsewhere(SessionView view, Seen call, String parameter) {
        Set<String> ids = new LinkedHashSet<>();
        call.arguments().forEach((name, value) -> {
            if (!STATES.contains(name)) {
                ids.addAll(Trees.leaves(value));
            }
        });
        for (Seen each : view.calls()) {
            boolean isSame = Trees.leaves(each.arguments()).stream().anyMatch(ids::contains);
            if (isSame && each.position() != call.position() && Siblings.isGiven(each, parameter)) {
                return true;
            }
            if (isSame && holds(each.tree(), parameter)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(@Nullable Object tree, String parameter) {
        if (tree instanceof Map<?, ?> map) {
            return (map.containsKey(parameter)
                            && !Trees.leaves(map.get(parameter)).isEmpty())
                    || map.values().stream().anyMatch(value -> holds(value, parameter));
        }
        return tree instanceof List<?> list && list.stream().anyMatch(each -> holds(each, parameter));
    }

    private static HabitFinding finding(SessionView view, Seen call, String parameter) {
        return new HabitFinding(
                HabitKind.MISSING_EVIDENCE,
                view.session().session(),
                List.of(call.position()),
                call.tool(),
                0,
                0,
                List.of(),
                "Said to be done without " + parameter + ": nobody can tell later what shows it.",
                view.traits().definition(call.tool()) != null
                                && Schemas.parameters(view.traits().definition(call.tool()))
                                        .containsKey(parameter)
                        ? call.tool() + " takes " + parameter + ", and no call of the session gives it for this item"
                        : "nearly all other such calls gave it");
    }
}
