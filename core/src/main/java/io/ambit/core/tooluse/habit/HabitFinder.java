package io.ambit.core.tooluse.habit;

import io.ambit.core.tool.SessionCalls;
import io.ambit.core.tool.ToolDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the seven anti-patterns in what a session called. General over tools: nothing is known of any beforehand but what
 * its name, its schema and the recorded calls say. A finding says that calls were not needed, so that each rule stays
 * silent wherever they may have been: after a write, a failure, a changed result, a person's request to look again.
 */
public final class HabitFinder {
    private static final List<HabitRule> RULES = List.of(
            new InvalidFormatRule(),
            new RedundantQueryRule(),
            new LoopRule(),
            new OverHydrateRule(),
            new OverFetchRule(),
            new MissingContextRule(),
            new MissingEvidenceRule());

    private HabitFinder() {}

    /** What is found in a session by itself, in the order of the calls; a call is part of one finding at most. */
    public static List<HabitFinding> find(SessionCalls session, List<ToolDefinition> tools) {
        return find(session, ToolTraits.learn(tools, List.of(session)));
    }

    /** What is found in a session, compared with what is known of its tools from other sessions as well. */
    public static List<HabitFinding> find(SessionCalls session, ToolTraits traits) {
        return find(session, traits, Set.of());
    }

    /**
     * As {@link #find(SessionCalls, ToolTraits)}, without some kinds.
     *
     * @param silenced kinds that nobody wants to hear of: their calls are free to be part of other findings
     */
    public static List<HabitFinding> find(SessionCalls session, ToolTraits traits, Set<HabitKind> silenced) {
        SessionView view = new SessionView(session, traits);
        List<HabitFinding> found = new ArrayList<>();
        Set<Integer> flagged = new HashSet<>();
        for (HabitRule rule : RULES) {
            for (HabitFinding finding : rule.find(view)) {
                if (!silenced.contains(finding.kind())
                        && finding.positions().stream().noneMatch(flagged::contains)) {
                    flagged.addAll(finding.positions());
                    found.add(finding);
                }
            }
        }
        found.sort(Comparator.comparing(finding -> finding.positions().get(0)));
        return found;
    }
}
