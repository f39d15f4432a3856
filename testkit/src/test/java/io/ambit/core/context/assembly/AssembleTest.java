package io.ambit.core.context.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.context.assembly.AssembledContext.Form;
import io.ambit.core.context.assembly.AssembledContext.Piece;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.event.RecalledText;
import io.ambit.core.item.ItemType;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.text.JsonTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssembleTest {
    private final Desk desk = new Desk();

    @BeforeEach
    void fill() {
        desk.backlog.add("EPIC-0001", ItemType.EPIC, "Sorting", "open", "All that sorts parcels.");
        desk.backlog.task(
                "TASK-0001",
                "Build the sorter",
                "open",
                "EPIC-0001",
                "Belts and motors. See ADR 0001.",
                "blocked_by",
                "TASK-0002|",
                "references",
                "plan.md|https://example.org/motors");
        desk.backlog.task("TASK-0002", "Buy a motor", "open", "EPIC-0001", "A strong one.", "blocked_by", "TASK-0003|");
        desk.backlog.task("TASK-0003", "Ask for the budget", "open", "", "Write to finance.");
        desk.backlog.task("TASK-0004", "Paint the hall", "open", "EPIC-0001", "Green.");
        desk.backlog.task("TASK-0005", "Clean the belts", "open", "", "With soap.", "blocked_by", "TASK-0001|");
        desk.backlog.task("TASK-0006", "Mount the motors", "open", "TASK-0001", "Four bolts each.");
        desk.backlog.add("ADR 0001", ItemType.ADR, "Motors are electric", "Accepted", "Because of the fumes.");
        desk.backlog.file("plan.md", "The plan of the hall.");
    }

    private static Piece piece(AssembledContext context, String id) {
        return context.pieces().stream()
                .filter(piece -> piece.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in " + context.text()));
    }

    @Test
    void assemble_task_bringsWhatHangsTogetherWithIt() {
        AssembledContext context = desk.forTask("task 1", 4_000);
        assertThat(context.pieces().getFirst().id()).isEqualTo("TASK-0001");
        assertThat(piece(context, "TASK-0001").role()).isEqualTo("focus");
        assertThat(piece(context, "EPIC-0001").role()).isEqualTo("epic");
        assertThat(piece(context, "TASK-0002").role()).isEqualTo("blocker");
        assertThat(piece(context, "TASK-0003").role()).isEqualTo("blocker");
        assertThat(piece(context, "TASK-0005").role()).isEqualTo("waiting");
        assertThat(piece(context, "TASK-0006").role()).isEqualTo("child");
        assertThat(piece(context, "ADR 0001").role()).isEqualTo("reference");
        assertThat(piece(context, "plan.md").text()).contains("> The plan of the hall.");
        assertThat(piece(context, "https://example.org/motors").form()).isEqualTo(Form.REFERENCE);
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void assemble_epic_bringsItsParts() {
        AssembledContext context = desk.forEpic("epic-1", 4_000);
        assertThat(piece(context, "EPIC-0001").role()).isEqualTo("focus");
        assertThat(piece(context, "TASK-0004").role()).isEqualTo("child");
        assertThat(piece(context, "TASK-0006").role()).isEqualTo("child");
    }

    @Test
    void assemble_query_findsAndFollows() {
        AssembledContext context = desk.forQuery("how do we mount motors", 4_000);
        assertThat(context.text()).startsWith("# Context for \"how do we mount motors\"");
        assertThat(piece(context, "TASK-0006").form()).isEqualTo(Form.FULL);
        assertThat(context.pieces()).extracting(Piece::id).contains("TASK-0001");
        assertThat(context.pieces()).noneMatch(piece -> piece.role().equals("focus"));
    }

    @Test
    void assemble_taskAndQuery_theQueryAddsWhatItFinds() {
        desk.backlog.add("ADR 0009", ItemType.ADR, "Colours of vans", "Accepted", "Vans are yellow.");
        assertThat(desk.forTask("TASK-0006", 4_000).pieces())
                .noneMatch(piece -> piece.id().equals("ADR 0009"));
        AssembledContext context = desk.context.assemble(new AssembleRequest("TASK-0006", null, "yellow vans", 4_000));
        assertThat(piece(context, "ADR 0009").role()).isEqualTo("match");
    }

    @Test
    void assemble_taskAndOtherEpic_bringsBoth() {
        desk.backlog.add("EPIC-0002", ItemType.EPIC, "Halls", "open", "All about halls.");
        AssembledContext context = desk.context.assemble(new AssembleRequest("TASK-0003", "EPIC-0002", null, 4_000));
        assertThat(piece(context, "EPIC-0002").role()).isEqualTo("epic");
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void assemble_unknownId_namesNearOnes() {
        assertThatThrownBy(() -> desk.forTask("TASK-0012", 1_000))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("for_task 'TASK-0012'")
                .hasMessageContaining("TASK-0001 \"Build the sorter\"");
        assertThatThrownBy(() -> desk.forEpic("nothing like it at all", 1_000))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("backlog_search");
    }

    @Test
    void assemble_focusLargerThanBudget_isCutAndItsRestNamed() {
        desk.backlog.task(
                "TASK-0007", "Write the manual", "open", "EPIC-0001", "A sentence about belts and bolts. ".repeat(900));
        AssembledContext context = desk.forTask("TASK-0007", 500);
        assertThat(context.tokens()).isLessThanOrEqualTo(500);
        assertThat(piece(context, "TASK-0007").form()).isEqualTo(Form.SUMMARY);
        assertThat(context.warnings())
                .anyMatch(warning -> warning.contains("TASK-0007") && warning.contains("backlog_get"))
                .anyMatch(warning -> warning.contains("nearly used up"));
    }

    @Test
    void assemble_oneLargeNeighbour_doesNotEatTheBudget() {
        desk.backlog.add(
                "ADR 0002",
                ItemType.ADR,
                "Build the sorter of belts and motors",
                "Accepted",
                "Build the sorter with belts and motors. ".repeat(2_000));
        AssembledContext context = desk.forTask("TASK-0001", 2_000);
        assertThat(context.pieces())
                .filteredOn(piece -> piece.form() != Form.REFERENCE)
                .hasSizeGreaterThan(6);
    }

    @Test
    void assemble_whatIsLeftOut_isCountedAndCanBeGot() {
        for (int i = 10; i < 300; i++) {
            desk.backlog.task("TASK-" + i, "Part " + i, "open", "EPIC-0001", "Words about a part. ".repeat(30));
        }
        AssembledContext context = desk.forTask("TASK-0001", 1_000);
        assertThat(context.leftOut()).hasSizeGreaterThan(200);
        assertThat(context.leftOut().getLast())
                .matches(left -> left.role().equals("sibling") && left.how().equals("backlog_get id=" + left.id()));
        assertThat(context.text())
                .contains("Left out: " + context.leftOut().size() + " (")
                .contains("backlog_list parent=EPIC-0001");
    }

    @Test
    void assemble_brokenThings_areWarnedOf() {
        desk.backlog.task(
                "TASK-0008",
                "Fix the lamp",
                "open",
                "",
                "It flickers.",
                "references",
                "nowhere.md",
                "see",
                "ADR 0003|ADR 0005");
        desk.backlog.add("ADR 0003", ItemType.ADR, "Lamps are gas", "Accepted", "Warm.");
        desk.backlog.add("ADR 0005", ItemType.ADR, "Lamps are candles", "Superseded by ADR 0003", "Soft.");
        desk.backlog.add("ADR 0003", ItemType.ADR, "Lamps are oil", "Accepted", "Warmer.");
        AssembledContext context = desk.forTask("TASK-0008", 2_000);
        assertThat(context.warnings())
                .anyMatch(warning -> warning.contains("nowhere.md"))
                .anyMatch(warning -> warning.contains("belongs to no epic"))
                .anyMatch(warning -> warning.contains("two files bear the id ADR 0003"))
                .anyMatch(warning -> warning.contains("ADR 0005 was superseded"));
        assertThat(context.text()).contains("Note: ");
    }

    @Test
    void assemble_insights_comeByTheirItemsAndNotAgainAsNews() {
        MemoryRecord record = desk.insight(
                        "gotcha", "The gearbox leaks below five degrees of frost in the yard", "TASK-0002")
                .record();
        AssembledContext context = desk.forTask("TASK-0001", 2_000);
        assertThat(piece(context, record.id().value()).role()).isEqualTo("insight");
        assertThat(RecalledText.hashes(record))
                .isNotEmpty()
                .allMatch(hash -> desk.journal.wasRecalled(Desk.SPACE, hash));
    }

    @Test
    void assemble_supersededInsight_countsLess() {
        MemoryRecord old = desk.insight("decision", "Motors are bought in spring, from stock", "TASK-0001")
                .record();
        MemoryRecord other = desk.insight("decision", "Motors are bought in autumn, from stock", "TASK-0001")
                .record();
        desk.store.link(new Link(Desk.SPACE, old.id(), LinkType.SUPERSEDED_BY, other.id(), "user", Desk.NOW));
        AssembledContext context = desk.forTask("TASK-0001", 4_000);
        assertThat(context.warnings()).contains(old.id() + " was superseded");
        assertThat(context.text().indexOf("in autumn"))
                .isLessThan(context.text().indexOf("in spring"));
    }

    @Test
    void tree_holdsTextPiecesAndWhatWasLeftOut() {
        String json = JsonTree.write(AssembledJson.tree(desk.forTask("TASK-0001", 300)));
        assertThat(json)
                .contains("\"role\":\"focus\"", "\"maxTokens\":300", "\"leftOut\":[{", "\"how\":\"backlog_get id=");
    }

    @Test
    void request_nothingOrTooLittle_isRefused() {
        assertThatThrownBy(() -> new AssembleRequest(null, null, " ", 1_000)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new AssembleRequest("TASK-0001", null, null, 199))
                .isInstanceOf(InvalidInputException.class);
    }
}
