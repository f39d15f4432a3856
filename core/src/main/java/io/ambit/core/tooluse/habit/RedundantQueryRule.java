package io.ambit.core.tooluse.habit;

import io.ambit.core.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The same data read twice with nothing written between. Only where the answer was the same to the letter and the first
 * one still stood before the model; never where it waits for a change, nor where a person asked to look again.
 */
final class RedundantQueryRule implements HabitRule {
    /** What was answered longer ago than this, in tokens, may have left the model's window. */
    private static final int IN_SIGHT = 20_000;
    /** A person who says one of these may want it looked up anew. */
    private static final Set<String> LOOK = Set.of(
            "check",
            "look",
            "looking",
            "again",
            "refresh",
            "verify",
            "review",
            "search",
            "find",
            "show",
            "list",
            "see",
            "update",
            "updated",
            "latest",
            "still",
            "recheck",
            "reload",
            "reread",
            "read",
            "get",
            "fetch",
            "open",
            "confirm",
            "double",
            "now",
            "changed",
            "change",
            "recalculate",
            "repeat",
            "options",
            "option",
            "available",
            "availability",
            "status",
            "what",
            "which",
            "retry",
            "try");
    /** A model that says one of these waits for something. */
    private static final Set<String> WAIT =
            Set.of("wait", "waiting", "poll", "polling", "yet", "ready", "retry", "retrying", "meanwhile", "meantime");

    @Override
    public List<HabitFinding> find(SessionView view) {
        List<HabitFinding> found = new ArrayList<>();
        Map<String, Integer> last = new HashMap<>();
        for (Seen again : view.calls()) {
            Integer before = last.put(again.key(), again.position());
            if (before != null && isRedundant(view, view.calls().get(before), again)) {
                found.add(finding(view, view.calls().get(before), again));
            }
        }
        return found;
    }

    private static boolean isRedundant(SessionView view, Seen first, Seen again) {
        boolean hasAnswer = first.succeeded()
                && again.succeeded()
                && !first.isEmptyHanded()
                && first.call().result().equals(again.call().result());
        return hasAnswer
                && again.effect().repeats()
                && view.traits().isRepeatable(again.invocation())
                && (again.effect() == Effect.PURE || !view.isWritten(first.position(), again.position()))
                && view.tokensBetween(first.position(), again.position()) <= IN_SIGHT
                && Collections.disjoint(Words.of(again.call().said()), WAIT)
                && (first.call().request().equals(again.call().request())
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
                "call " + first.position() + " has the same arguments and the same answer of "
                        + TokenSize.of(again.call().result()) + " tokens, "
                        + view.tokensBetween(first.position(), again.position()) + " tokens earlier");
    }
}
