package io.ambit.core.context.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.assembly.AssembledContext.Form;
import io.ambit.core.context.assembly.AssembledContext.Piece;
import io.ambit.core.context.assembly.preference.Preferences.Preference;
import io.ambit.core.event.PieceUse;
import io.ambit.core.item.ItemType;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreferenceTest {
    private static final String TASK = "implementation";
    private final Desk desk = new Desk();

    @BeforeEach
    void fill() {
        desk.backlog.add("EPIC-0001", ItemType.EPIC, "Sorting", "open", "");
        desk.backlog.task("TASK-0001", "Build the sorter", "open", "EPIC-0001", "Belts and motors.");
        for (int i = 2; i < 30; i++) {
            desk.backlog.task(
                    String.format("TASK-%04d", i), "Part " + i, "open", "EPIC-0001", "Something else. ".repeat(40));
            desk.backlog.add(
                    String.format("ARTF-%04d", i),
                    ItemType.ARTIFACT,
                    "Drawing " + i,
                    "",
                    "Lines on paper. ".repeat(40),
                    "parent_id",
                    "EPIC-0001");
        }
    }

    private AssembledContext assemble(String session) {
        return desk.context.assemble(new AssembleRequest("TASK-0001", null, null, 900), session);
    }

    private double factor(String role) {
        return desk.context.preferences().all().stream()
                .filter(one -> one.task().equals(TASK) && one.role().equals(role))
                .findFirst()
                .map(Preference::factor)
                .orElse(1.0);
    }

    private static double share(AssembledContext context, String role) {
        List<Piece> shown = context.pieces().stream()
                .filter(piece -> piece.form() != Form.REFERENCE)
                .toList();
        return (double) shown.stream()
                        .filter(piece -> piece.role().equals(role))
                        .count()
                / shown.size();
    }

    @Test
    void opened_afterAssemble_countsOnceAndOnlyInItsSession() {
        assemble("a");
        assemble("b");
        desk.context.openedAfterAssemble("a", "task 20");
        desk.context.openedAfterAssemble("a", "TASK-0020");
        desk.context.openedAfterAssemble("c", "TASK-0021");
        desk.context.openedAfterAssemble("b", "TASK-9999");
        assertThat(desk.preferences.uses(Desk.SPACE))
                .filteredOn(use -> use.role().equals("sibling"))
                .singleElement()
                .matches(use -> use.opened() == 1 && use.task().equals(TASK));
    }

    @Test
    void assemble_withoutSession_countsNothing() {
        assemble("");
        assertThat(desk.preferences.uses(Desk.SPACE)).isEmpty();
    }

    @Test
    void factor_fewCounts_hardlyMoves() {
        desk.preferences.add(
                Desk.SPACE, List.of(new PieceUse(TASK, "sibling", 1, 1), new PieceUse(TASK, "artifact", 1, 0)));
        assertThat(factor("sibling")).isBetween(1.0, 1.02);
        assertThat(factor("artifact")).isBetween(0.98, 1.0);
    }

    @Test
    void factor_manyCounts_staysWithinBounds() {
        desk.preferences.add(
                Desk.SPACE,
                List.of(
                        new PieceUse(TASK, "sibling", 1_000_000, 0),
                        new PieceUse(TASK, "artifact", 1_000_000, 500_000)));
        assertThat(factor("artifact")).isGreaterThan(1.2).isLessThanOrEqualTo(1.25);
        assertThat(factor("sibling")).isLessThan(0.85).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void assemble_learnedPreference_reordersWhatIsShown() {
        AssembledContext before = assemble("");
        desk.preferences.add(
                Desk.SPACE,
                List.of(new PieceUse(TASK, "sibling", 1_000, 0), new PieceUse(TASK, "artifact", 1_000, 500)));
        AssembledContext after = assemble("");
        assertThat(share(after, "artifact")).isGreaterThan(share(before, "artifact"));
        assertThat(after.tokens()).isLessThanOrEqualTo(900);
        desk.context.resetPreferences();
        assertThat(assemble("")).isEqualTo(before);
    }
}
