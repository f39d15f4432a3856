package io.ambit.core.memory.disclosure;

import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Insight;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.RecordSelection;
import io.ambit.core.spi.TokenCounter;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes the timeline of a space from its newest episodes and insights; where it has neither, from the newest of what
 * else there is.
 */
final class TimelineWriter {
    static final int MAX_TOKENS = 500;
    private static final int NEWEST = 200;
    private static final int RECENT = 12;
    private static final int ACTIONS_OF_ONE = 3;
    private static final int DECISIONS = 6;
    private static final int STATES = 3;
    private static final int WORDS = 10;
    private static final int RATIONALE_WORDS = 16;
    private static final Set<String> NEXT = Set.of("next", "next step", "next-step", "next_step", "todo", "plan");
    private static final Set<String> BLOCKER = Set.of("blocker", "blocked", "blocked by", "blocked-by", "blocked_by");
    private static final Set<String> FOCUS = Set.of("focus", "current focus", "current-focus", "current_focus");

    private final MemoryStore store;
    private final TokenCounter tokens;

    TimelineWriter(MemoryStore store, TokenCounter tokens) {
        this.store = store;
        this.tokens = tokens;
    }

    Timeline write(Space space) {
        List<MemoryRecord> episodes = newest(space, RecordKind.EPISODE);
        List<MemoryRecord> insights = newest(space, RecordKind.INSIGHT);
        List<Timeline.Line> recent = new ArrayList<>();
        for (MemoryRecord episode : episodes) {
            if (recent.size() < RECENT) {
                actions(episode, recent);
            }
        }
        if (recent.isEmpty()) {
            others(space)
                    .forEach(record -> recent.add(line(record, record.content().title())));
        }
        List<Timeline.Decision> decisions = new ArrayList<>();
        for (MemoryRecord record : insights) {
            if (record.content() instanceof Insight insight
                    && type(insight).equals("decision")
                    && decisions.size() < DECISIONS) {
                decisions.add(new Timeline.Decision(
                        record.time(),
                        words(insight.statement(), RATIONALE_WORDS),
                        words(insight.context(), RATIONALE_WORDS),
                        record.id()));
            }
        }
        Timeline.Active active = active(episodes, insights);
        return fitted(recent, decisions, active);
    }

    private List<MemoryRecord> newest(Space space, RecordKind kind) {
        return store.list(space, RecordSelection.LIVE.ofKinds(kind).newest(NEWEST)).stream()
                .filter(record -> record.space().equals(space))
                .toList();
    }

    private List<MemoryRecord> others(Space space) {
        return store.list(space, RecordSelection.LIVE.newest(RECENT)).stream()
                .filter(record -> record.space().equals(space))
                .toList();
    }

    /** The episode, and its last actions under it. */
    private static void actions(MemoryRecord record, List<Timeline.Line> recent) {
        if (record.content() instanceof Episode episode) {
            recent.add(line(
                    record, episode.context().goal() + " (" + episode.outcome().label() + ")"));
            List<Episode.Action> actions = episode.actions();
            for (int a = actions.size() - 1; a >= Math.max(0, actions.size() - ACTIONS_OF_ONE); a--) {
                Episode.Action action = actions.get(a);
                if (recent.size() < RECENT) {
                    recent.add(line(record, action.action() + " " + action.target() + " " + action.result()));
                }
            }
        }
    }

    private static Timeline.Active active(List<MemoryRecord> episodes, List<MemoryRecord> insights) {
        List<String> blocked = states(insights, BLOCKER);
        String focus = states(insights, FOCUS).stream().findFirst().orElse("");
        if (!episodes.isEmpty() && episodes.getFirst().content() instanceof Episode last) {
            focus = focus.isEmpty() ? words(last.context().goal(), RATIONALE_WORDS) : focus;
            if (last.outcome() != Outcome.SUCCESS) {
                last.errors().stream()
                        .filter(error -> error.resolution().isBlank())
                        .limit(Math.max(0, STATES - blocked.size()))
                        .forEach(error -> blocked.add(words(error.type() + " " + error.message(), RATIONALE_WORDS)));
            }
        }
        return new Timeline.Active(focus, blocked, states(insights, NEXT));
    }

    private static List<String> states(List<MemoryRecord> insights, Set<String> types) {
        List<String> states = new ArrayList<>();
        for (MemoryRecord record : insights) {
            if (record.content() instanceof Insight insight
                    && types.contains(type(insight))
                    && states.size() < STATES) {
                states.add(words(insight.statement(), RATIONALE_WORDS));
            }
        }
        return states;
    }

    private static String type(Insight insight) {
        return insight.type().strip().toLowerCase(Locale.ROOT);
    }

    private static Timeline.Line line(MemoryRecord record, String text) {
        return new Timeline.Line(record.time(), words(text, WORDS), record.id());
    }

    private static String words(String text, int most) {
        String[] words = QuotedRecord.line(text).split(" +", -1);
        String joined = String.join(" ", List.of(words).subList(0, Math.min(words.length, most)));
        return words.length <= most ? joined.strip() : joined.strip() + "\u2026";
    }

    /** As much of each part as fits: the oldest actions go first, then the oldest decisions. */
    private Timeline fitted(List<Timeline.Line> recent, List<Timeline.Decision> decisions, Timeline.Active active) {
        List<Timeline.Line> actions = new ArrayList<>(recent);
        List<Timeline.Decision> kept = new ArrayList<>(decisions);
        String text = text(actions, kept, active);
        while (tokens.count(text) > MAX_TOKENS && !(actions.isEmpty() && kept.isEmpty())) {
            if (actions.size() > STATES || kept.isEmpty()) {
                actions.removeLast();
            } else {
                kept.removeLast();
            }
            text = text(actions, kept, active);
        }
        return new Timeline(actions, kept, active, text.isEmpty() ? 0 : tokens.count(text), text);
    }

    private static String text(List<Timeline.Line> recent, List<Timeline.Decision> decisions, Timeline.Active active) {
        StringBuilder out = new StringBuilder();
        section(out, "Current focus:", active.currentFocus().isEmpty() ? List.of() : List.of(active.currentFocus()));
        section(out, "Blocked by:", active.blockedBy());
        section(out, "Next up:", active.nextUp());
        section(
                out,
                "Decisions:",
                decisions.stream()
                        .map(one -> one.record() + " " + one.text()
                                + (one.rationale().isEmpty() ? "" : " (because: " + one.rationale() + ")"))
                        .toList());
        section(
                out,
                "Recent, newest first:",
                recent.stream()
                        .map(one -> one.record() + " "
                                + one.at().atOffset(ZoneOffset.UTC).toLocalDate() + " " + one.text())
                        .toList());
        return out.toString();
    }

    private static void section(StringBuilder out, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.append(title).append('\n');
            lines.forEach(line -> out.append("> ").append(line).append('\n'));
        }
    }
}
