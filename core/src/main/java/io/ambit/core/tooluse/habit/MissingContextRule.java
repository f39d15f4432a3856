package io.ambit.core.tooluse.habit;

import io.ambit.core.tool.Invocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item created without the parent that such items have: a parameter that names one, optional, which nearly all recorded
 * calls of the kind fill.
 */
final class MissingContextRule implements HabitRule {
    private static final Set<String> PARENTS = Set.of(
            "parent",
            "epic",
            "project",
            "milestone",
            "folder",
            "board",
            "sprint",
            "list",
            "section",
            "workspace",
            "team",
            "collection",
            "directory",
            "repository",
            "repo",
            "channel",
            "thread",
            "category",
            "group",
            "album",
            "playlist");

    @Override
    public List<HabitFinding> find(SessionView view) {
        List<HabitFinding> found = new ArrayList<>();
        for (Seen call : view.calls()) {
            if (call.effect() != Effect.WRITE || !call.succeeded() || !Verbs.creates(ToolName.of(call.tool()))) {
                continue;
            }
            List<Seen> siblings = Siblings.of(call, view.traits());
            for (String parameter : parameters(siblings)) {
                boolean isMissing = !call.arguments().containsKey(parameter)
                        && PARENTS.contains(parentWord(parameter))
                        && Siblings.give(siblings, parameter)
                        && isReference(siblings, parameter)
                        && !hasOther(call, parameter);
                if (isMissing) {
                    found.add(finding(view, call, siblings, parameter));
                    break;
                }
            }
        }
        return found;
    }

    private static Set<String> parameters(List<Seen> siblings) {
        Set<String> names = new LinkedHashSet<>();
        siblings.forEach(each -> names.addAll(each.arguments().keySet()));
        return names;
    }

    /** Of {@code epic_id} or {@code parentTask} the word that says parent, else "". */
    private static String parentWord(String parameter) {
        return ToolName.of(parameter).words().stream()
                .filter(PARENTS::contains)
                .findFirst()
                .orElse("");
    }

    /** An item may hang on another parent than most: a subtask on its task, not on the epic. */
    private static boolean hasOther(Seen call, String parameter) {
        return call.arguments().keySet().stream()
                .anyMatch(
                        name -> !name.equals(parameter) && !parentWord(name).isEmpty() && Siblings.isGiven(call, name));
    }

    /** One word each, as names and ids are; prose is no reference. */
    private static boolean isReference(List<Seen> siblings, String parameter) {
        return siblings.stream()
                .map(each -> each.arguments().get(parameter))
                .allMatch(value -> value == null
                        || value instanceof Number
                        || (value instanceof String text && !text.strip().contains(" ") && text.length() <= 100));
    }

    private static HabitFinding finding(SessionView view, Seen call, List<Seen> siblings, String parameter) {
        Set<Object> here = new LinkedHashSet<>();
        for (Seen each : view.calls()) {
            if (each.tool().equals(call.tool()) && each.succeeded() && Siblings.isGiven(each, parameter)) {
                here.add(each.arguments().get(parameter));
            }
        }
        List<Invocation> cheaper = new ArrayList<>();
        if (here.size() == 1) {
            Map<String, Object> arguments = new LinkedHashMap<>(call.arguments());
            arguments.put(parameter, here.iterator().next());
            cheaper.add(new Invocation(call.tool(), arguments));
        }
        Seen later = laterFilled(view, call, parameter);
        List<Integer> positions = new ArrayList<>(List.of(call.position()));
        if (later != null) {
            positions.add(later.position());
        }
        return new HabitFinding(
                HabitKind.MISSING_CONTEXT,
                view.session().session(),
                positions,
                call.tool(),
                later == null ? 0 : 1,
                later == null ? 0 : later.tokens(),
                cheaper,
                "Created without " + parameter + ", which such items have.",
                siblings.stream()
                                .filter(each -> Siblings.isGiven(each, parameter))
                                .count() + " of " + siblings.size() + " other calls of the kind gave it"
                        + (later == null ? "" : "; a later call had to add it"));
    }

    /** The call that gave the new item its parent afterwards, where one did. */
    private static @Nullable Seen laterFilled(SessionView view, Seen call, String parameter) {
        List<String> ids = Trees.leaves(call.tree() instanceof Map<?, ?> item ? item.get("id") : null);
        for (Seen each : view.calls()) {
            boolean isLater = each.position() > call.position()
                    && each.succeeded()
                    && !each.tool().equals(call.tool())
                    && Siblings.isGiven(each, parameter);
            if (isLater && Trees.leaves(each.arguments()).stream().anyMatch(ids::contains)) {
                return each;
            }
        }
        return null;
    }
}
