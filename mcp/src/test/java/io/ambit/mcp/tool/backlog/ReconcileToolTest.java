package io.ambit.mcp.tool.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.mcp.tool.GivenUpException;
import io.ambit.mcp.tool.ToolBench;
import io.ambit.mcp.tool.ToolResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who decides: a person, and nobody else. */
class ReconcileToolTest {
    private static final ItemId EPIC = new ItemId("EPIC-0001");

    @TempDir
    private Path folder;

    private ToolBench bench;

    @BeforeEach
    void capture() {
        bench = new ToolBench(folder);
        bench.item(ItemType.EPIC, "Sign-in", "", "status", "open");
        bench.item(ItemType.TASK, "Fix the login", "", "status", "open", "parent_id", "EPIC-0001");
        bench.call("backlog_capture_insight", "content", "Tokens live 30 minutes", "context", "TASK-0001");
        bench.call("backlog_capture_insight", "content", "Clocks drift by a minute", "context", "TASK-0001");
        bench.call("backlog_capture_insight", "content", "Retries need a cap", "context", "TASK-0001");
    }

    private ToolResult reconcile(Object... more) {
        Map<String, Object> arguments = ToolBench.with(more);
        arguments.put("epic_id", "epic-1");
        return bench.call("backlog_reconcile_context", arguments);
    }

    private String curated() {
        return bench.project().backlog().store().epicContext(EPIC).orElse("");
    }

    private MemoryRecord.State state(String id) {
        return bench.store.find(ToolBench.SPACE, new RecordId(id)).orElseThrow().state();
    }

    @Test
    void call_clientThatCannotAsk_decidesNothingAndSaysWhoMust() {
        ToolResult result = reconcile("decisions", List.of(Map.of("id", "ins-001", "action", "drop")));

        assertThat(result.structured()).containsEntry("decided", 0).containsEntry("undecided", 3);
        assertThat(result.text())
                .contains("ins-001", "drop", "ambit backlog reconcile EPIC-0001")
                .contains("Only a person decides");
        assertThat(curated()).isEmpty();
        assertThat(state("ins-001")).isEqualTo(MemoryRecord.State.LIVE);
    }

    @Test
    void call_personAnswers_isCarriedOut() {
        bench.personSays(
                form -> Map.of("ins-001", "keep", "ins-002", "drop", "ins-003", "edit"),
                form -> Map.of("text", "Cap retries at three"));

        ToolResult result = reconcile();

        assertThat(result.structured()).containsEntry("decided", 3).containsEntry("undecided", 0);
        assertThat(curated())
                .contains("Tokens live 30 minutes", "Cap retries at three")
                .doesNotContain("Clocks drift");
        assertThat(state("ins-002")).isEqualTo(MemoryRecord.State.ARCHIVED);
    }

    @Test
    void call_personDeclinesOrSaysOtherThings_leavesAllAsItIs() {
        bench.personSays(form -> null);
        assertThat(reconcile().structured()).containsEntry("undecided", 3);

        bench.personSays(form -> Map.of("ins-001", "delete everything", "ins-002", 7, "ins-003", "later"));
        assertThat(reconcile().structured()).containsEntry("undecided", 3);

        assertThat(curated()).isEmpty();
    }

    @Test
    void call_modelProposes_isWhatTheFormBeginsWith() {
        bench.personSays(form -> null);

        reconcile(
                "decisions",
                List.of(
                        Map.of("id", "INS-1", "action", "drop"),
                        Map.of("id", "ins-002", "action", "merge", "into", "ins-003")));

        Map<?, ?> properties = (Map<?, ?>) bench.forms.getFirst().get("properties");
        assertThat(((Map<?, ?>) properties.get("ins-001")).get("default")).isEqualTo("drop");
        assertThat(((Map<?, ?>) properties.get("ins-002")).get("default")).isEqualTo("merge into ins-003");
    }

    @Test
    void call_manyEntries_areAskedSomeAtATime() {
        for (int i = 0; i < 9; i++) {
            bench.call(
                    "backlog_capture_insight", "content", "Number " + i + " " + "x".repeat(i), "context", "TASK-0001");
        }
        bench.personSays(ReconcileToolTest::keepAll, ReconcileToolTest::keepAll, form -> null);

        ToolResult result = reconcile();

        assertThat(bench.forms).hasSize(3);
        assertThat(result.structured()).containsEntry("decided", 10).containsEntry("undecided", 2);
        assertThat(bench.progress).contains("asking a person");
    }

    private static Map<String, Object> keepAll(Map<String, Object> form) {
        Map<String, Object> answers = new LinkedHashMap<>();
        ((Map<?, ?>) form.get("properties")).keySet().forEach(id -> answers.put(String.valueOf(id), "keep"));
        return answers;
    }

    @Test
    void call_givenUp_endsWithoutADecision() {
        bench.personSays(ReconcileToolTest::keepAll);
        bench.cancelled = true;

        assertThatThrownBy(this::reconcile).isInstanceOf(GivenUpException.class);

        assertThat(curated()).isEmpty();
    }
}
