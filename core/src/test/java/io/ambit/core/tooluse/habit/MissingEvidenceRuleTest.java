package io.ambit.core.tooluse.habit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.tool.ToolDefinition;
import org.junit.jupiter.api.Test;

class MissingEvidenceRuleTest {
    private static final ToolDefinition TAKES =
            Played.tool("update_task", "{\"id\":{},\"status\":{},\"evidence\":{\"type\":\"array\"}}", "id");
    private static final String DONE = "{\"id\":\"T-1\",\"status\":\"done\"}";

    @Test
    void find_doneWithoutTheEvidenceThatTheToolTakes_isFound() {
        assertThat(new Played("Finish")
                        .call("update_task", DONE, "{\"id\":\"T-1\"}")
                        .findings(TAKES))
                .extracting(HabitFinding::kind)
                .containsExactly(HabitKind.MISSING_EVIDENCE);
    }

    @Test
    void find_closedWithoutTheCommentThatOthersGive_isFound() {
        Played played = new Played("Triage");
        for (int i = 0; i < 5; i++) {
            played.call("close_issue", "{\"id\":" + i + ",\"comment\":\"fixed in " + i + "\"}", "closed " + i);
        }
        assertThat(played.call("close_issue", "{\"id\":77}", "closed 77").findings())
                .extracting(HabitFinding::kind, HabitFinding::tool)
                .containsExactly(org.assertj.core.api.Assertions.tuple(HabitKind.MISSING_EVIDENCE, "close_issue"));
    }

    @Test
    void find_evidenceGivenHereOrElsewhereOrAlreadyThere_isSilent() {
        assertThat(new Played("Finish")
                        .call("update_task", "{\"id\":\"T-1\",\"status\":\"done\",\"evidence\":[\"tests pass\"]}", "ok")
                        .findings(TAKES))
                .isEmpty();
        assertThat(new Played("Finish")
                        .call("update_task", "{\"id\":\"T-1\",\"evidence\":[\"tests pass\"]}", "ok")
                        .call("update_task", DONE, "ok")
                        .findings(TAKES))
                .isEmpty();
        assertThat(new Played("Finish")
                        .call("update_task", DONE, "{\"id\":\"T-1\",\"evidence\":[\"tests pass\"]}")
                        .findings(TAKES))
                .isEmpty();
    }

    @Test
    void find_notDoneOrNobodyGivesEvidence_isSilent() {
        assertThat(new Played("Go on")
                        .call("update_task", "{\"id\":\"T-1\",\"status\":\"in_progress\"}", "ok")
                        .findings(TAKES))
                .isEmpty();
        assertThat(new Played("Finish").call("update_task", DONE, "ok").findings())
                .isEmpty();
    }
}
