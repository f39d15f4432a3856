package io.ambit.core.context.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.context.assembly.reconcile.Curated;
import io.ambit.core.context.assembly.reconcile.Review;
import io.ambit.core.context.assembly.reconcile.Review.Entry;
import io.ambit.core.context.assembly.reconcile.ReviewDecision;
import io.ambit.core.context.assembly.reconcile.ReviewJson;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.ItemType;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.text.JsonTree;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconcileTest {
    private final Desk desk = new Desk();

    @BeforeEach
    void fill() {
        desk.backlog.add("EPIC-0001", ItemType.EPIC, "Sorting", "open", "");
        desk.backlog.add("EPIC-0002", ItemType.EPIC, "Billing", "open", "");
        desk.backlog.task("TASK-0012", "Retry label printing", "open", "EPIC-0001", "");
        desk.backlog.task("TASK-0020", "Print invoices", "open", "EPIC-0002", "");
        desk.backlog.add(
                "ARTF-0001",
                ItemType.ARTIFACT,
                "Printer survey",
                "",
                "# Survey\n\nSeven of nine printers lose jobs.\n\nDetails.",
                "parent_id",
                "TASK-0012");
    }

    private String capture(String type, String text) {
        return desk.insight(type, text, "TASK-0012").record().id().value();
    }

    private Entry entry(String id) {
        return desk.context.reconcile("EPIC-0001").entries().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Curated decide(ReviewDecision... decisions) {
        return desk.context.reconcile("epic 1", List.of(decisions), "ada");
    }

    private String curated() {
        return desk.backlog.context("EPIC-0001");
    }

    @Test
    void review_holdsWhatIsOfTheEpicByType() {
        String decision = capture("decision", "Labels are queued before they are printed");
        String gotcha = capture("gotcha", "Printers sleep after ten minutes");
        desk.insight("decision", "Invoices are sent monthly", "TASK-0020");
        Review review = desk.context.reconcile("EPIC-0001");
        assertThat(review.groups()).extracting(Review.Group::type).containsExactly("decision", "gotcha", "artifact");
        assertThat(review.entries()).extracting(Entry::id).containsExactly(decision, gotcha, "ARTF-0001");
        assertThat(review.news()).isEqualTo(3);
        assertThat(curated()).isEmpty();
        assertThat(JsonTree.write(ReviewJson.tree(review))).contains("\"new\":3", decision);
    }

    @Test
    void review_nearDuplicates_proposeAMerge() {
        String one = capture("learning", "Printers lose the first job after they slept for a while");
        String other = capture("learning", "Printers lose the first job after they slept for a while too");
        assertThat(entry(one).duplicates()).extracting(Review.Near::id).containsExactly(other);
        assertThat(entry(one).proposed().action()).isEqualTo("merge");
        assertThat(entry(one).proposed().into()).isEqualTo(other);
        assertThat(entry(other).proposed().action()).isEqualTo("keep");
    }

    @Test
    void review_twoValuesOfOneSubject_areAConflictThatTheLaterWins() {
        String older = capture("decision", "The retry limit is three");
        String later = capture("decision", "The retry limit is five.");
        assertThat(entry(older).conflicts())
                .singleElement()
                .matches(conflict ->
                        conflict.id().equals(later) && conflict.why().contains("three"));
        assertThat(entry(older).proposed().action()).isEqualTo("drop");
        assertThat(entry(later).proposed().action()).isEqualTo("keep");
    }

    @Test
    void review_denial_isAConflict() {
        String one = capture("learning", "Scanners read wet labels reliably in the depot");
        String other = capture("learning", "Scanners never read wet labels reliably in the depot");
        assertThat(entry(one).conflicts()).extracting(Review.Conflict::id).containsExactly(other);
    }

    @Test
    void review_differentThings_areNoConflict() {
        String one = capture("learning", "The printer is in the hall");
        String other = capture("learning", "The scanner is not in the yard");
        assertThat(entry(one).conflicts()).isEmpty();
        assertThat(entry(other).conflicts()).isEmpty();
    }

    @Test
    void decisions_writeTheCuratedContextWithProvenance() {
        String keep = capture("decision", "Labels are queued\nbefore they are printed");
        String edit = capture("gotcha", "Printers sleep");
        String drop = capture("note", "Lunch was good");
        String merge = capture("decision", "Queue the labels before printing");
        Curated done = decide(
                new ReviewDecision.Keep(keep),
                new ReviewDecision.Edit(edit, "Printers sleep after ten minutes\nand lose a job"),
                new ReviewDecision.Drop(drop),
                new ReviewDecision.Merge(merge, keep),
                new ReviewDecision.Keep("ARTF-0001"));
        assertThat(done.text()).isEqualTo(curated()).isEqualTo(String.format("""
                # EPIC-0001 Sorting

                Last curated by ada on 2026-03-18.

                ## Decisions
                - Labels are queued before they are printed [%s, %s; agent:tester 2026-03-18; kept by ada 2026-03-18]

                ## Gotchas
                - Printers sleep after ten minutes
                  and lose a job [%s; agent:tester 2026-03-18; edited by ada 2026-03-18]

                ## Artifacts
                - Printer survey: Seven of nine printers lose jobs. [ARTF-0001; backlog 2026-03-01; kept by ada 2026-03-18]

                <!-- not taken over: %s -->
                """, keep, merge, edit, drop));
        assertThat(done.kept() + " " + done.edited() + " " + done.merged() + " " + done.dropped())
                .isEqualTo("2 1 1 1");
        assertThat(state(drop)).isEqualTo(MemoryRecord.State.ARCHIVED);
        assertThat(state(merge)).isEqualTo(MemoryRecord.State.ARCHIVED);
        assertThat(state(keep)).isEqualTo(MemoryRecord.State.LIVE);
        assertThat(desk.store.links(Desk.SPACE, List.of(new RecordId(merge))))
                .anyMatch(link -> link.type() == LinkType.SUPERSEDED_BY
                        && link.to().value().equals(keep));
    }

    private MemoryRecord.State state(String id) {
        return desk.store.find(Desk.SPACE, new RecordId(id)).orElseThrow().state();
    }

    @Test
    void decisions_again_changeNothingMore() {
        String keep = capture("decision", "Labels are queued before they are printed");
        String drop = capture("note", "Lunch was good");
        decide(new ReviewDecision.Keep(keep), new ReviewDecision.Drop(drop));
        String once = curated();
        decide(new ReviewDecision.Keep(keep), new ReviewDecision.Drop(drop));
        assertThat(curated()).isEqualTo(once);
    }

    @Test
    void review_afterDecisions_showsWhatIsNewAndKeepsWhatPeopleWrote() {
        String keep = capture("decision", "Labels are queued before they are printed");
        decide(new ReviewDecision.Keep(keep));
        desk.backlog.curate(
                "EPIC-0001", curated().replace("## Decisions\n", "## Decisions\n\nWritten by hand.\n- Also by hand\n"));
        String later = capture("decision", "Drivers scan twice");
        assertThat(entry(keep).isNew()).isFalse();
        assertThat(entry(later).isNew()).isTrue();
        decide(new ReviewDecision.Keep(later), new ReviewDecision.Edit(keep, "Labels wait in a queue"));
        assertThat(curated())
                .contains("Written by hand.\n- Also by hand\n- Labels wait in a queue [" + keep + ";")
                .contains("- Drivers scan twice [" + later + ";")
                .doesNotContain("are queued before");
        assertThat(desk.context.reconcile("EPIC-0001").news()).isEqualTo(1);
    }

    @Test
    void decisions_none_writeNothing() {
        capture("decision", "Labels are queued before they are printed");
        desk.context.reconcile("EPIC-0001", List.of(), "ada");
        assertThat(curated()).isEmpty();
    }

    @Test
    void decisions_wrongOnes_changeNothingAtAll() {
        String keep = capture("decision", "Labels are queued before they are printed");
        assertThatThrownBy(() -> decide(new ReviewDecision.Drop(keep), new ReviewDecision.Keep("ins-777")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ins-777")
                .hasMessageContaining(keep);
        assertThatThrownBy(() -> decide(new ReviewDecision.Drop(keep), new ReviewDecision.Keep(keep)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () -> decide(new ReviewDecision.Drop("ARTF-0001"), new ReviewDecision.Merge(keep, "ARTF-0001")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() ->
                        desk.context.reconcile("EPIC-0001", List.of(new ReviewDecision.Keep(keep)), "agent:claude"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("person");
        assertThat(curated()).isEmpty();
        assertThat(state(keep)).isEqualTo(MemoryRecord.State.LIVE);
    }

    @Test
    void reconcile_taskOrUnknownId_isRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> desk.context.reconcile("TASK-0012"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("EPIC-0001");
        assertThatThrownBy(() -> desk.context.reconcile("EPIC-0003"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("EPIC-0001 \"Sorting\"");
    }

    @Test
    void assemble_curatedEpic_showsTheCuratedContext() {
        String keep = capture("decision", "Labels are queued before they are printed");
        decide(new ReviewDecision.Keep(keep));
        AssembledContext context = desk.forTask("TASK-0012", 1_000);
        assertThat(context.pieces()).anyMatch(piece -> piece.role().equals("curated"));
        assertThat(context.text()).contains("kept by ada");
    }

    @Test
    void decision_unknownAction_namesAll() {
        assertThatThrownBy(() -> ReviewDecision.of("ins-001", "burn", "", ""))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("keep, edit, merge or drop");
    }
}
