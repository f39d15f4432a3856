package io.ambit.core.tooluse.sequence;

import io.ambit.core.tool.Invocation;
import io.ambit.core.tooluse.habit.Effect;
import io.ambit.core.tooluse.habit.ToolName;
import io.ambit.core.tooluse.habit.ToolTraits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Steps that a plan lacks, by what stood before and after the same tools in sessions that reached such a goal. Counts of
 * pairs of tools, one for a session, and advice only where they leave little doubt: the lower end of Wilson's interval
 * (Wilson 1927, 95 %) above one half, so that five sessions must agree to the last, and of a hundred sixty will do.
 */
final class StepAdviser {
    private static final int MIN_SESSIONS = 5;
    private static final double Z = 1.96;
    /** As many calls of one tool make another one worth a word. */
    private static final int MANY = 3;

    private final ToolTraits traits;
    private final SimilarSessions sessions;

    StepAdviser(ToolTraits traits, SimilarSessions sessions) {
        this.traits = traits;
        this.sessions = sessions;
    }

    List<StepAdvice> advise(OptimizeRequest request) {
        List<String> plan =
                request.planned().stream().map(each -> each.call().tool()).toList();
        List<List<String>> reached = plan.isEmpty() ? List.of() : sessions.reached(request.goal());
        List<StepAdvice> advice = new ArrayList<>();
        if (reached.size() < MIN_SESSIONS) {
            return advice;
        }
        for (String tool : new LinkedHashSet<>(plan)) {
            missing(tool, plan, reached, advice);
        }
        next(plan, reached, advice);
        for (String tool : new LinkedHashSet<>(plan)) {
            cheaper(tool, plan, reached, advice);
        }
        return advice;
    }

    private static void missing(String tool, List<String> plan, List<List<String>> reached, List<StepAdvice> advice) {
        Map<String, Integer> before = new LinkedHashMap<>();
        int with = 0;
        for (List<String> session : reached) {
            int at = session.indexOf(tool);
            if (at >= 0) {
                with++;
                new LinkedHashSet<>(session.subList(0, at)).forEach(each -> before.merge(each, 1, Integer::sum));
            }
        }
        List<String> planned = plan.subList(0, plan.indexOf(tool));
        for (Map.Entry<String, Integer> each : before.entrySet()) {
            boolean isPlanned = planned.contains(each.getKey()) || each.getKey().equals(tool);
            if (!isPlanned && isSure(each.getValue(), with)) {
                advice.add(new StepAdvice(
                        "missing",
                        each.getKey(),
                        tool,
                        each.getValue(),
                        with,
                        "of " + with + " sessions that reached such a goal with " + tool + ", " + each.getValue()
                                + " called " + each.getKey() + " before it"));
            }
        }
    }

    private static void next(List<String> plan, List<List<String>> reached, List<StepAdvice> advice) {
        String last = plan.getLast();
        Map<String, Integer> after = new LinkedHashMap<>();
        int with = 0;
        for (List<String> session : reached) {
            int at = session.lastIndexOf(last);
            if (at >= 0) {
                with++;
                if (at + 1 < session.size()) {
                    after.merge(session.get(at + 1), 1, Integer::sum);
                }
            }
        }
        for (Map.Entry<String, Integer> each : after.entrySet()) {
            if (!plan.contains(each.getKey()) && isSure(each.getValue(), with)) {
                advice.add(new StepAdvice(
                        "next",
                        each.getKey(),
                        last,
                        each.getValue(),
                        with,
                        "of " + with + " sessions that reached such a goal with " + last + ", " + each.getValue()
                                + " went on with " + each.getKey()));
            }
        }
    }

    /** A tool on the same subject that sessions with such goals used instead. */
    private void cheaper(String tool, List<String> plan, List<List<String>> reached, List<StepAdvice> advice) {
        Set<String> subject = ToolName.of(tool).subject();
        boolean isRead = traits.effect(new Invocation(tool, Map.of())) == Effect.READ;
        if (!isRead || subject.isEmpty() || Collections.frequency(plan, tool) < MANY) {
            return;
        }
        Map<String, Integer> instead = new LinkedHashMap<>();
        int with = 0;
        for (List<String> session : reached) {
            Set<String> others = new LinkedHashSet<>();
            for (String each : session) {
                boolean isAlike = !each.equals(tool)
                        && !plan.contains(each)
                        && ToolName.of(each).subject().equals(subject)
                        && traits.effect(new Invocation(each, Map.of())) == Effect.READ;
                if (isAlike) {
                    others.add(each);
                }
            }
            with += session.contains(tool) || !others.isEmpty() ? 1 : 0;
            if (!session.contains(tool)) {
                others.forEach(each -> instead.merge(each, 1, Integer::sum));
            }
        }
        for (Map.Entry<String, Integer> each : instead.entrySet()) {
            if (isSure(each.getValue(), with)) {
                advice.add(new StepAdvice(
                        "cheaper",
                        each.getKey(),
                        tool,
                        each.getValue(),
                        with,
                        "of " + with + " sessions that reached such a goal, " + each.getValue() + " called "
                                + each.getKey() + " and never " + tool));
            }
        }
    }

    private static boolean isSure(int count, int of) {
        if (count < MIN_SESSIONS) {
            return false;
        }
        double share = (double) count / of;
        double centre = share + Z * Z / (2 * of);
        double spread = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
        return (centre - spread) / (1 + Z * Z / of) > 0.5;
    }
}
