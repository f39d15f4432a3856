package io.ambit.core.memory.working;

import io.ambit.core.record.Episode;
import io.ambit.core.record.Insight;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a project stands: read when a session starts, updated when one ends.
 *
 * @param session the session that updated it last; null before the first
 * @param updatedAt when that was
 * @param outcomes what came of the last sessions, newest first
 * @param decisions newest first
 * @param blockers as of the last session
 * @param nextSteps as of the last session
 * @param others lines that people have written under headings of their own, kept as they are
 */
public record Continuity(
        @Nullable String session,
        @Nullable Instant updatedAt,
        List<Note> outcomes,
        List<Note> decisions,
        List<Note> blockers,
        List<Note> nextSteps,
        List<String> others) {
    /** What is older is found in memory. */
    private static final int MAX_OUTCOMES = 10;

    private static final int MAX_DECISIONS = 20;
    private static final int MAX_OPEN = 20;

    public static final Continuity NONE =
            new Continuity(null, null, List.of(), List.of(), List.of(), List.of(), List.of());

    public Continuity {
        session = session == null || Note.line(session).isEmpty() ? null : Note.line(session);
        outcomes = most(outcomes, MAX_OUTCOMES);
        decisions = most(decisions, MAX_DECISIONS);
        blockers = most(blockers, MAX_OPEN);
        nextSteps = most(nextSteps, MAX_OPEN);
        others = List.copyOf(others);
    }

    /** What a session tells at its end. */
    public record SessionEnd(
            String session, List<Note> outcomes, List<Note> decisions, List<Note> blockers, List<Note> nextSteps) {
        public SessionEnd {
            outcomes = List.copyOf(outcomes);
            decisions = List.copyOf(decisions);
            blockers = List.copyOf(blockers);
            nextSteps = List.copyOf(nextSteps);
        }

        /**
         * What the records of a session say, by their ids: how its episodes ended, insights of type "decision",
         * "blocker" and "next-step", and episodes that left an error without a resolution.
         */
        public static SessionEnd of(String session, Collection<MemoryRecord> records) {
            Map<String, List<Note>> insights = new HashMap<>();
            List<Note> outcomes = new ArrayList<>();
            List<Note> blockers = new ArrayList<>();
            for (MemoryRecord record : records) {
                if (record.content() instanceof Insight insight) {
                    insights.computeIfAbsent(insight.type(), type -> new ArrayList<>())
                            .add(Note.of(record.id()));
                } else if (record.content() instanceof Episode episode) {
                    outcomes.add(new Note(episode.outcome().label(), List.of(record.id())));
                    if (episode.outcome() != Outcome.SUCCESS
                            && episode.errors().stream()
                                    .anyMatch(error -> error.resolution().isBlank())) {
                        blockers.add(new Note("an error without a resolution", List.of(record.id())));
                    }
                }
            }
            blockers.addAll(insights.getOrDefault("blocker", List.of()));
            return new SessionEnd(
                    session,
                    outcomes.reversed(),
                    insights.getOrDefault("decision", List.of()).reversed(),
                    blockers,
                    insights.getOrDefault("next-step", List.of()));
        }
    }

    /** Outcomes and decisions come before the older ones; what blocks and what comes next is what the session says. */
    public Continuity after(SessionEnd end, Instant now) {
        return new Continuity(
                end.session(),
                now,
                before(end.outcomes(), outcomes),
                before(end.decisions(), decisions),
                end.blockers(),
                end.nextSteps(),
                others);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    private static List<Note> before(List<Note> newer, List<Note> older) {
        Set<Note> all = new LinkedHashSet<>(newer);
        all.addAll(older);
        return new ArrayList<>(all);
    }

    private static List<Note> most(List<Note> notes, int most) {
        return List.copyOf(notes.subList(0, Math.min(most, notes.size())));
    }
}
