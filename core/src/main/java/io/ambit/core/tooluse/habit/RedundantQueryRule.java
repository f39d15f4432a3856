package io.ambit.core.tooluse.habit;

import io.ambit.core.text.Words;
import io.ambit.core.tool.Invocation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The same data read twice with nothing written between. Only where the answer was the same to the letter and the first
 * one still stood before the model; never where it waits for a change, nor where a person asked to look again.
 */
final class RedundantQueryRule implements HabitRule {
    /** What was answered longer ago than this, in tokens, may have left the model's window. */
    private static final int IN_SIGHT = 20_000;
    /** What says which part of an item is wanted. */
    private static final Set<String> RANGES = Set.of(
            "offset",
            "limit",
            "start",
            "end",
            "start_line",
            "end_line",
            "startline",
            "endline",
            "line_start",
            "line_end",
            "view_range",
            "range",
            "lines",
            "head",
            "tail",
            "max_lines",
            "length");

    /** A shorter part may stand in the whole by chance, in characters. */
    private static final int MIN_PART = 200;

    /** A person who says one of these may want it looked up anew. */
    private static final Set<String> LOOK = Set.of(
            "again",
            "anew",
            "check",
            "checking",
            "confirm",
            "double",
            "find",
            "latest",
            "look",
            "looking",
            "recalculate",
            "recheck",
            "refresh",
            "reload",
            "repeat",
            "reread",
            "retry",
            "review",
            "search",
            "searching",
            "still",
            "update",
            "updated",
            "verify");

    /** A model that says one of these waits for something. */
    private static final Set<String> WAIT =
            Set.of("wait", "waiting", "poll", "polling", "yet", "ready", "retry", "retrying", "meanwhile", "meantime");

    @Override
    public List<HabitFinding> find(SessionView view) {
        List<HabitFinding> found = new ArrayList<>();
        Map<String, Seen> last = new HashMap<>();
        Map<String, List<Seen>> wide = new HashMap<>();
        for (Seen again : view.calls()) {
            Seen before = last.put(again.key(), again);
            if (before != null && before.call().result().equals(again.call().result())) {
                add(view, before, again, found);
                continue;
            }
            Invocation whole = withoutRange(again.invocation());
            for (Seen wider : wide.getOrDefault(whole.canonical(), List.of())) {
                boolean isPart = !whole.equals(again.invocation())
                        && again.call().result().strip().length() >= MIN_PART
                        && wider.call().result().contains(again.call().result().strip());
                if (isPart && add(view, wider, again, found)) {
                    break;
                }
            }
            wide.computeIfAbsent(whole.canonical(), key -> new ArrayList<>()).add(again);
        }
        return found;
    }

    private static boolean add(SessionView view, Seen first, Seen again, List<HabitFinding> found) {
        if (isRedundant(view, first, again)) {
            found.add(finding(view, first, again));
            return true;
        }
        return false;
    }

    /** The call without what says which part of the item is wanted. */
    private static Invocation withoutRange(Invocation call) {
        Map<String, Object> arguments = new LinkedHashMap<>(call.arguments());
        arguments.keySet().removeIf(name -> RANGES.contains(name.toLowerCase(Locale.ROOT)));
        return new Invocation(call.tool(), arguments);
    }

    private static boolean isRedundant(SessionView view, Seen first, Seen again) {
        boolean isPure = again.effect() == Effect.PURE;
        return first.succeeded()
                && again.succeeded()
                && !first.isEmptyHanded()
                && view.traits().isRepeatable(again.invocation())
                && (isPure || !view.isWritten(first.position(), again.position()))
                && view.tokensBetween(first.position(), again.position()) <= IN_SIGHT
                && Collections.disjoint(Words.of(again.call().said()), WAIT)
                && (isPure
                        || first.call().request().equals(again.call().request())
                        || Collections.disjoint(Words.of(again.call().request()), LOOK));
    }

    private static HabitFinding finding(SessionView view, Seen first, Seen again) {
        boolean isPure = again.effect() == Effect.PURE;
        return new HabitFinding(
                HabitKind.REDUNDANT_QUERY,
                view.session().session(),
                List.of(again.position()),
                again.tool(),
                1,
                again.tokens(),
                List.of(),
                isPure
                        ? again.tool() + " was asked the same before, and its answer depends on nothing else."
                        : again.tool() + " read the same before, and nothing was written since.",
                "call " + first.position()
                        + (first.key().equals(again.key())
                                ? " has the same arguments and the same answer of "
                                : " read more of it, these lines among them: ")
                        + TokenSize.of(again.call().result()) + " tokens, "
                        + view.tokensBetween(first.position(), again.position()) + " tokens earlier");
    }
}
