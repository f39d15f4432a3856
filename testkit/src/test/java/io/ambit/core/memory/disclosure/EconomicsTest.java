package io.ambit.core.memory.disclosure;

import static io.ambit.core.memory.recall.Notebook.NOW;
import static io.ambit.core.memory.recall.Notebook.SPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.event.DisclosureEvent;
import io.ambit.core.event.TopicChange;
import io.ambit.core.memory.recall.Notebook;
import io.ambit.core.record.RecordId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each threshold is crossed by questions as anyone would ask them, and the figure is better at the same questions after. */
class EconomicsTest {
    private final Notebook memory = new Notebook();
    private final Economics economics = new Economics(memory.store, memory.journal, memory.tokens, memory.clock);
    private final Disclosure disclosure =
            new Disclosure(memory.store, memory.index, memory.journal, memory.tokens, memory.clock, economics);

    private Disclosed ask(String session, String task, String question) {
        return disclosure.load(new Ask(SPACE, session, task, question, 6_000));
    }

    /** Turns of a conversation that make one topic. */
    private void talk(String session, String about, int turns, int repeats) {
        for (int n = 0; n < turns; n++) {
            memory.turn(
                    session, about + " number " + n + ". " + ("remark " + session + n + " was made. ").repeat(repeats));
        }
    }

    private void otherMatters(int topics, int repeats) {
        for (int n = 0; n < topics; n++) {
            talk("other" + n, "matter" + n + " subject" + n, 2, repeats);
        }
    }

    private static List<Threshold> thresholds(List<CarriedOut> carried) {
        return carried.stream().map(CarriedOut::threshold).toList();
    }

    @Test
    void ratio_tooMuchShownForWhatIsRead_entriesAreCompressed() {
        talk("talk", "parrot feeding times", 9, 2);
        talk("more", "parrot feeding seeds", 9, 2);
        ask("s1", "a", "parrot feeding gremlin");
        double before = economics.task(SPACE, "s1", "a").ratio();
        assertThat(before).isGreaterThan(Threshold.MOST_RATIO);

        List<CarriedOut> carried = economics.taskEnd(SPACE, "s1", "a");

        assertThat(thresholds(carried)).containsExactly(Threshold.RATIO);
        assertThat(carried.getFirst().figure()).isEqualTo(before);
        assertThat(carried.getFirst().changes()).hasSize(2).allMatch(TopicChange.Compressed.class::isInstance);
        ask("s1", "b", "parrot feeding gremlin");
        assertThat(economics.task(SPACE, "s1", "b").ratio()).isLessThan(before);
        assertThat(economics.task(SPACE, "s1", "b").read())
                .isEqualTo(economics.task(SPACE, "s1", "a").read());
    }

    @Test
    void saving_topicsShownInVain_countAsLessRelevant() {
        talk("talk", "parrot feeding times gremlin", 10, 20);
        talk("more", "parrot feeding times", 10, 20);
        otherMatters(3, 5);
        ask("s1", "a", "parrot feeding times gremlin ghost");
        double before = economics.session(SPACE, "s1").saving();
        assertThat(before).isLessThan(Threshold.LEAST_SAVING);

        List<CarriedOut> carried = economics.sessionEnd(SPACE, "s1");

        assertThat(thresholds(carried)).contains(Threshold.SAVING);
        Disclosed after = ask("s2", "a", "parrot feeding times gremlin ghost");
        assertThat(after.matches().stream().filter(Disclosed.Match::inFull)).hasSize(1);
        assertThat(economics.session(SPACE, "s2").saving()).isGreaterThan(before);
    }

    @Test
    void fullLoads_ofOneTask_becomeOneTopic() {
        talk("one", "parrot feeding times", 4, 30);
        talk("two", "parrot feeding seeds", 4, 30);
        talk("three", "parrot cage cleaning", 4, 30);
        talk("four", "parrot cage lighting", 4, 30);
        ask("s1", "a", "parrot feeding gremlin");
        assertThat(economics.task(SPACE, "s1", "a").fullLoads()).isEqualTo(2);

        List<CarriedOut> carried = ask("s1", "a", "parrot cage gremlin").carriedOut();

        assertThat(economics.task(SPACE, "s1", "a").fullLoads()).isGreaterThan(Threshold.MOST_FULL_LOADS);
        assertThat(thresholds(carried)).isSorted().endsWith(Threshold.FULL_LOADS);
        assertThat(carried.getLast().changes())
                .singleElement()
                .satisfies(change ->
                        assertThat(((TopicChange.Composite) change).members()).hasSize(4));
        ask("s1", "b", "parrot feeding gremlin");
        ask("s1", "b", "parrot cage gremlin");
        assertThat(economics.task(SPACE, "s1", "b").fullLoads()).isEqualTo(2);
        assertThat(disclosure.topics(SPACE))
                .hasSize(1)
                .allMatch(line -> line.topic().startsWith("c-"));
    }

    @Test
    void discovery_topicsThatComeTogether_areMergedAndIdleOnesPruned() {
        for (String name : List.of("one", "two", "three", "four")) {
            talk(name, "parrot feeding times", 4, 30);
        }
        memory.note("an ancient remark that nobody ever wanted", NOW.minus(Duration.ofDays(300)));
        ask("s1", "a", "parrot feeding times");
        double before = economics.session(SPACE, "s1").discoveryPerQuery();
        assertThat(before).isGreaterThan(Threshold.MOST_DISCOVERY);

        List<CarriedOut> carried = economics.sessionEnd(SPACE, "s1");

        assertThat(thresholds(carried)).contains(Threshold.DISCOVERY);
        assertThat(disclosure.topics(SPACE))
                .extracting(IndexView.Line::topic)
                .singleElement()
                .asString()
                .startsWith("m-");
        ask("s2", "a", "parrot feeding times");
        assertThat(economics.session(SPACE, "s2").discoveryPerQuery())
                .isLessThan(before)
                .isLessThan(Threshold.MOST_DISCOVERY);
        // What left the index is found as before.
        assertThat(memory.ask("ancient remark").hits().getFirst().record().time())
                .isBefore(NOW.minus(Duration.ofDays(299)));
    }

    @Test
    void timeline_longEntry_isReadBySubTopic() {
        talk("long", "parrot feeding times", 12, 30);
        otherMatters(3, 2);
        ask("s1", "a", "parrot feeding times");
        double before = economics.session(SPACE, "s1").timelinePerQuery();
        assertThat(before).isGreaterThan(Threshold.MOST_TIMELINE);

        List<CarriedOut> carried = economics.sessionEnd(SPACE, "s1");

        assertThat(thresholds(carried)).contains(Threshold.TIMELINE);
        Disclosed late = ask("s2", "a", "parrot feeding times remark long7");
        assertThat(economics.session(SPACE, "s2").timelinePerQuery())
                .isLessThan(before)
                .isLessThan(Threshold.MOST_TIMELINE);
        assertThat(late.entries().getFirst().text()).contains("long7").doesNotContain("long2 ");
        Disclosed early = ask("s2", "b", "parrot feeding times remark long2");
        assertThat(early.entries().getFirst().text()).contains("long2").doesNotContain("long7 ");
    }

    @Test
    void tokensSaved_smallMemory_isShownWholeOnceSomeoneAgrees() {
        memory.note("parrot feeding times are six and nine");
        ask("s1", "a", "parrot feeding gremlin");
        long before = economics.session(SPACE, "s1").saved();
        assertThat(before).isLessThan(0);

        List<CarriedOut> carried = economics.sessionEnd(SPACE, "s1");

        assertThat(thresholds(carried)).contains(Threshold.TOKENS_SAVED);
        Disclosed proposed = ask("s2", "a", "parrot feeding gremlin");
        assertThat(proposed.index().text()).contains("Proposed: show all at once");
        assertThat(proposed.index().tokens()).isLessThanOrEqualTo(100);
        assertThat(economics.bypass(SPACE, true)).isTrue();
        Disclosed all = ask("s3", "a", "parrot feeding gremlin");
        assertThat(all.records()).hasSize(1);
        assertThat(all.index().text()).isEmpty();
        assertThat(economics.session(SPACE, "s3").saved()).isGreaterThan(before);
        assertThat(economics.session(SPACE, "s3").discovery()).isZero();
    }

    @Test
    void sessionEnd_severalCrossed_areCarriedOutInOrderOfPriorityAndOnce() {
        memory.note("parrot feeding times are six and nine");
        ask("s1", "a", "parrot feeding gremlin");

        List<CarriedOut> carried = economics.sessionEnd(SPACE, "s1");

        assertThat(thresholds(carried)).hasSizeGreaterThan(1).isSorted().startsWith(Threshold.RATIO);
        assertThat(economics.sessionEnd(SPACE, "s1")).isEmpty();
        assertThat(economics.session(SPACE, "s1").queries()).isEqualTo(1);
    }

    @Test
    void taskEnd_checksRatioAndFullLoadsOnly() {
        memory.note("parrot feeding times are six and nine");
        ask("s1", "a", "parrot feeding gremlin");

        assertThat(thresholds(economics.taskEnd(SPACE, "s1", "a"))).containsExactly(Threshold.RATIO);
        assertThat(economics.taskEnd(SPACE, "s1", "a")).isEmpty();
        assertThat(economics.taskEnd(SPACE, "s1", "unknown")).isEmpty();
    }

    @Test
    void fullLoads_openedById_countForTheirTopics() {
        talk("one", "parrot feeding times", 4, 3);
        otherMatters(3, 3);

        for (IndexView.Line line : disclosure.topics(SPACE)) {
            disclosure.open(SPACE, "s1", "a", List.of(new RecordId(line.topic().substring(2))));
        }

        assertThat(economics.task(SPACE, "s1", "a").fullLoads()).isEqualTo(4);
        assertThat(memory.journal.changes(SPACE)).anyMatch(TopicChange.Composite.class::isInstance);
    }

    @Test
    void economics_withinBounds_changesNothing() {
        talk("talk", "parrot feeding times", 8, 30);
        otherMatters(20, 30);
        ask("s1", "a", "parrot feeding gremlin");

        assertThat(economics.taskEnd(SPACE, "s1", "a")).isEmpty();
        assertThat(economics.session(SPACE, "s1").ratio()).isBetween(0.0, 0.15);
        assertThat(economics.session(SPACE, "s1").saving()).isGreaterThan(0.6);
        assertThat(memory.journal.changes(SPACE)).isEmpty();
    }

    @Test
    void figures_ofNothing_areZero() {
        Figures none = economics.session(SPACE, "never");

        assertThat(none.ratio()).isZero();
        assertThat(none.saving()).isZero();
        assertThat(economics.sessionEnd(SPACE, "never")).isEmpty();
        assertThat(memory.journal.shown(SPACE, null, null)).isEmpty();
    }

    @Test
    void figures_addUpWhatWasShown() {
        memory.journal.shown(shown(true, 50, 60, 400, 2_000, List.of("t-1")));
        memory.journal.shown(shown(true, 50, 0, 0, 2_000, List.of()));
        memory.journal.shown(shown(false, 0, 0, 100, 0, List.of("t-2", "t-3")));

        Figures figures = economics.session(SPACE, "s");

        assertThat(figures).isEqualTo(new Figures(2, 160, 500, 80, 30, 4_000, 3_440, 2, 1, 3, 3));
        assertThat(figures.ratio()).isEqualTo(0.32);
        assertThat(figures.saving()).isEqualTo(0.86);
    }

    private static DisclosureEvent shown(
            boolean question, int index, int timeline, int read, long all, List<String> full) {
        return new DisclosureEvent(
                SPACE, "s", "t", NOW, question, index, timeline, read, all, List.of(), full, List.of(), List.of());
    }
}
