package io.ambit.core.context.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.context.assembly.insight.CapturedInsight;
import io.ambit.core.context.assembly.insight.CapturedJson;
import io.ambit.core.context.assembly.insight.InsightDraft;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.ItemType;
import io.ambit.core.record.Insight;
import io.ambit.core.record.LinkType;
import io.ambit.core.spi.RecordSelection;
import io.ambit.core.text.JsonTree;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsightTest {
    private final Desk desk = new Desk();

    @BeforeEach
    void fill() {
        desk.backlog.add("EPIC-0001", ItemType.EPIC, "Sorting", "open", "");
        desk.backlog.task("TASK-0012", "Retry label printing", "open", "EPIC-0001", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TASK-0012", "task 12", "task-12", "(see TASK_0012)", "TASK-0012."})
    void capture_anySpelling_tagsItemAndItsEpic(String spelling) {
        CapturedInsight captured = desk.insight("gotcha", "Printers drop the first job after sleep", spelling);
        assertThat(captured.items()).containsExactly("TASK-0012", "EPIC-0001");
        assertThat(((Insight) captured.record().content()).tags()).containsExactly("item:TASK-0012", "epic:EPIC-0001");
    }

    @Test
    void capture_words_tagNothing() {
        CapturedInsight captured = desk.insight("note", "Multitask-12 of task force 120 had 12 tasks", "");
        assertThat(captured.items()).isEmpty();
    }

    @Test
    void capture_mentionedRecord_isLinked() {
        CapturedInsight first = desk.insight("learning", "Labels need 300 dpi to scan", "TASK-0012");
        CapturedInsight second = desk.insight(
                "decision", "Print at 600 dpi, see " + first.record().id() + " and ins-999", "TASK-0012");
        assertThat(second.records()).containsExactly(first.record().id());
        assertThat(desk.store.links(Desk.SPACE, List.of(second.record().id())))
                .singleElement()
                .matches(link -> link.type() == LinkType.RELATED_TO
                        && link.to().equals(first.record().id()));
    }

    @Test
    void capture_nearDuplicate_isProposedAndNotMerged() {
        CapturedInsight first = desk.insight("learning", "Labels need 300 dpi to be scanned at the depot", "TASK-0012");
        desk.insight("learning", "Drivers swap routes on Friday evenings", "TASK-0012");
        CapturedInsight again =
                desk.insight("learning", "Labels need 300 dpi to be scanned at the depot today", "TASK-0012");
        assertThat(again.similar())
                .singleElement()
                .matches(similar -> similar.id().equals(first.record().id()) && similar.similarity() >= 0.75);
        assertThat(desk.store.list(Desk.SPACE, RecordSelection.LIVE)).hasSize(3);
    }

    @Test
    void capture_otherItemsOnly_proposesNothing() {
        desk.backlog.add("EPIC-0002", ItemType.EPIC, "Billing", "open", "");
        desk.backlog.task("TASK-0020", "Print invoices", "open", "EPIC-0002", "");
        desk.insight("learning", "Labels need 300 dpi to be scanned at the depot", "TASK-0020");
        assertThat(desk.insight("learning", "Labels need 300 dpi to be scanned at the depot", "TASK-0012")
                        .similar())
                .isEmpty();
    }

    @Test
    void capture_secret_isTakenOutAndNamed() {
        String key = "AKIA" + "IOSFODNN7EXAMPLE".substring(0, 16);
        CapturedInsight captured = desk.insight("note", "The depot's key is " + key + " for now", "TASK-0012");
        assertThat(captured.redacted()).isNotEmpty();
        assertThat(captured.record().content().text()).doesNotContain(key);
    }

    @Test
    void capture_provenance_namesAuthorAndSource() {
        CapturedInsight captured = desk.context()
                .captureInsight(
                        new InsightDraft("Scans fail in rain", "TASK-0012", "note", "agent:scout", "mcp", "session-7"));
        assertThat(captured.record().provenance().author()).isEqualTo("agent:scout");
        assertThat(captured.record().provenance().source()).isEqualTo("mcp");
        assertThat(captured.record().provenance().session()).isEqualTo("session-7");
        assertThat(JsonTree.write(CapturedJson.tree(captured))).contains("item:TASK-0012", "agent:scout");
    }

    @Test
    void draft_unknownType_namesAllTypes() {
        assertThatThrownBy(() -> new InsightDraft("x", "", "idea", "user"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("decision, learning, blocker, gotcha, pattern, question, note");
    }

    @Test
    void draft_empty_isRefused() {
        assertThatThrownBy(() -> new InsightDraft(" ", "", "note", "user")).isInstanceOf(InvalidInputException.class);
    }
}
