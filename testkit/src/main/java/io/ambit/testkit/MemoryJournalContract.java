package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.event.DisclosureEvent;
import io.ambit.core.event.RecallEvent;
import io.ambit.core.event.StrategyRun;
import io.ambit.core.event.StrategySuccess;
import io.ambit.core.event.StrategyType;
import io.ambit.core.event.TopicChange;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryJournal;
import io.ambit.core.text.Hash;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link MemoryJournal} must do. */
public abstract class MemoryJournalContract {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final Space ONE = new Space("one");
    private static final Space OTHER = new Space("other");
    private static final List<RecordId> SELECTED = List.of(new RecordId("ep-2026-01-05-012"), new RecordId("sem-001"));

    /** A journal that holds nothing. */
    protected abstract MemoryJournal open();

    @Test
    void asked_query_comesBackWhole() {
        try (MemoryJournal journal = open()) {
            RecallEvent event = event(ONE, StrategyType.KEYWORD, StrategyType.GRAPH);

            String id = journal.asked(event);

            assertThat(journal.query(ONE, id)).contains(event.withId(id));
        }
    }

    @Test
    void asked_twice_givesTwoIdsNewestFirst() {
        try (MemoryJournal journal = open()) {
            String first = journal.asked(event(ONE, StrategyType.KEYWORD));
            String second = journal.asked(event(ONE, StrategyType.KEYWORD));
            String third = journal.asked(event(ONE, StrategyType.KEYWORD));

            assertThat(Set.of(first, second, third)).hasSize(3);
            assertThat(journal.queries(ONE, 2)).extracting(RecallEvent::id).containsExactly(third, second);
        }
    }

    @Test
    void report_knownQuery_isNotedOverAnEarlierOne() {
        try (MemoryJournal journal = open()) {
            String id = journal.asked(event(ONE, StrategyType.KEYWORD));

            assertThat(journal.report(ONE, id, Outcome.FAILURE, false)).isTrue();
            assertThat(journal.report(ONE, id, Outcome.SUCCESS, true)).isTrue();

            RecallEvent found = journal.query(ONE, id).orElseThrow();
            assertThat(found.outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(found.completed()).isTrue();
        }
    }

    @Test
    void report_unknownQuery_isFalse() {
        try (MemoryJournal journal = open()) {
            String id = journal.asked(event(ONE, StrategyType.KEYWORD));

            assertThat(journal.report(ONE, id + "9", Outcome.SUCCESS, true)).isFalse();
            assertThat(journal.report(ONE, "no id", Outcome.SUCCESS, true)).isFalse();
            assertThat(journal.report(OTHER, id, Outcome.SUCCESS, true)).isFalse();
            assertThat(journal.query(ONE, id).orElseThrow().outcome()).isNull();
        }
    }

    @Test
    void successByStrategy_countsReportedQueriesThatShowedWhatItFound() {
        try (MemoryJournal journal = open()) {
            String good = journal.asked(event(ONE, StrategyType.KEYWORD, StrategyType.GRAPH));
            String bad = journal.asked(event(ONE, StrategyType.KEYWORD));
            journal.asked(event(ONE, StrategyType.KEYWORD, StrategyType.TEMPORAL));
            String idle = journal.asked(RecallEvent.asked(
                    ONE, NOW, "raw", List.of(new StrategyRun(StrategyType.GRAPH, 4, 0, Duration.ZERO, 1)), SELECTED));
            journal.report(ONE, good, Outcome.SUCCESS, true);
            journal.report(ONE, bad, Outcome.FAILURE, false);
            journal.report(ONE, idle, Outcome.FAILURE, false);

            assertThat(journal.successByStrategy(ONE))
                    .containsExactlyInAnyOrder(
                            new StrategySuccess(StrategyType.KEYWORD, 2, 1),
                            new StrategySuccess(StrategyType.GRAPH, 1, 1));
        }
    }

    @Test
    void wasRecalled_textThatWasShown_isTrueInItsSpaceOnly() {
        try (MemoryJournal journal = open()) {
            Hash text = Hash.of("shown");

            journal.recalled(ONE, List.of(text, Hash.of("more")), NOW);
            journal.recalled(ONE, List.of(text), NOW.plusSeconds(1));

            assertThat(journal.wasRecalled(ONE, text)).isTrue();
            assertThat(journal.wasRecalled(ONE, Hash.of("never shown"))).isFalse();
            assertThat(journal.wasRecalled(OTHER, text)).isFalse();
        }
    }

    @Test
    void shown_bySessionAndTask_oldestFirst() {
        try (MemoryJournal journal = open()) {
            DisclosureEvent first = shown(ONE, "s", "t1", 10);
            DisclosureEvent second = shown(ONE, "s", "t2", 20);
            DisclosureEvent third = shown(ONE, "r", "t1", 30);
            List.of(first, second, third).forEach(journal::shown);
            journal.shown(shown(OTHER, "s", "t1", 40));

            assertThat(journal.shown(ONE, null, null)).containsExactly(first, second, third);
            assertThat(journal.shown(ONE, "s", null)).containsExactly(first, second);
            assertThat(journal.shown(ONE, "s", "t1")).containsExactly(first);
            assertThat(journal.shown(ONE, null, "t1")).containsExactly(first, third);
        }
    }

    @Test
    void changes_ofAnyKind_comeBackTheLastOfEachKindAndTopic() {
        try (MemoryJournal journal = open()) {
            List<TopicChange> changes = List.of(
                    new TopicChange.Compressed("t-1", 1),
                    new TopicChange.Rescored("t-1", 0.5),
                    new TopicChange.Composite("t-c", List.of("t-1", "t-2")),
                    new TopicChange.Merged("t-m", List.of("t-3", "t-4")),
                    new TopicChange.Pruned("t-5"),
                    new TopicChange.Split("t-1"),
                    new TopicChange.Bypass(false, "2 topics of 90 tokens"));
            changes.forEach(change -> journal.change(ONE, change, NOW));

            assertThat(journal.changes(ONE)).containsExactlyElementsOf(changes);
            assertThat(journal.changes(OTHER)).isEmpty();

            journal.change(ONE, new TopicChange.Compressed("t-1", 2), NOW.plusSeconds(1));

            assertThat(journal.changes(ONE))
                    .hasSize(changes.size())
                    .contains(new TopicChange.Compressed("t-1", 2))
                    .doesNotContain(new TopicChange.Compressed("t-1", 1));
        }
    }

    @Test
    void undo_change_isGone() {
        try (MemoryJournal journal = open()) {
            TopicChange pruned = new TopicChange.Pruned("t-5");
            journal.change(ONE, pruned, NOW);

            assertThat(journal.undo(OTHER, pruned)).isFalse();
            assertThat(journal.undo(ONE, pruned)).isTrue();
            assertThat(journal.undo(ONE, pruned)).isFalse();
            assertThat(journal.changes(ONE)).isEmpty();
        }
    }

    @Test
    void queries_ofAnotherSpace_areUnknown() {
        try (MemoryJournal journal = open()) {
            String id = journal.asked(event(ONE, StrategyType.VECTOR));

            assertThat(journal.query(OTHER, id)).isEmpty();
            assertThat(journal.queries(OTHER, 10)).isEmpty();
            assertThat(journal.successByStrategy(OTHER)).isEmpty();
        }
    }

    private static RecallEvent event(Space space, StrategyType... types) {
        List<StrategyRun> runs = Arrays.stream(types)
                .map(type -> new StrategyRun(type, 7, 2, Duration.ofNanos(1_234_000), 0.25))
                .toList();
        return RecallEvent.asked(space, NOW, "task-aware:debugging", runs, SELECTED);
    }

    private static DisclosureEvent shown(Space space, String session, String task, int tokens) {
        return new DisclosureEvent(
                space,
                session,
                task,
                NOW,
                true,
                tokens,
                tokens + 1,
                tokens + 2,
                tokens + 3L,
                List.of("t-1", "t-2", "t-3"),
                List.of("t-1", "t-2"),
                List.of("t-2"),
                List.of("task ratio"));
    }
}
