package io.ambit.core.tooluse.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.message.ToolFailure;
import io.ambit.core.session.SessionId;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ObservedCall;
import io.ambit.core.tool.SessionCalls;
import io.ambit.core.tool.ToolDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SequenceOptimizerTest {
    private static final List<ToolDefinition> TOOLS = List.of(
            tool("get_item", "{\"id\":{\"type\":\"string\"}}"),
            tool("get_items", "{\"ids\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}"));

    private static ToolDefinition tool(String name, String properties) {
        return new ToolDefinition(
                name, "", "", JsonTree.members((Json.Obj) Json.parse("{\"properties\":" + properties + "}")));
    }

    private static OptimizedPlan optimize(String goal, List<SessionCalls> sessions, String plan) {
        List<PlannedCall> calls = PlanForm.read(JsonTree.of(Json.parse(plan)));
        return SequenceOptimizer.of(TOOLS, sessions).optimize(new OptimizeRequest(goal, calls));
    }

    private static OptimizedPlan optimize(String plan) {
        return optimize("", List.of(), plan);
    }

    private static List<PlanChange.Kind> kinds(OptimizedPlan plan) {
        return plan.changes().stream().map(PlanChange::kind).toList();
    }

    private static String call(String tool, String arguments) {
        return "{\"tool\":\"" + tool + "\",\"arguments\":" + arguments + "}";
    }

    private static SessionCalls session(String goal, String answer, String... tools) {
        List<ObservedCall> calls = new ArrayList<>();
        for (String tool : tools) {
            boolean fails = tool.startsWith("!");
            String result = fails ? "Error: no" : "fine result of eight words or so here";
            calls.add(new ObservedCall(
                    calls.size(),
                    calls.size(),
                    fails ? tool.substring(1) : tool,
                    "{}",
                    goal,
                    "",
                    result,
                    ToolFailure.isFailure(result)));
        }
        return new SessionCalls(new SessionId("s"), Instant.EPOCH, "", goal, 1, calls, answer);
    }

    @Test
    void optimize_getsOneByOne_becomeOneCallThatTakesAList() {
        OptimizedPlan plan = optimize("["
                + call("get_item", "{\"id\":\"a\"}") + "," + call("get_item", "{\"id\":\"b\"}") + ","
                + call("get_item", "{\"id\":\"a\"}") + "]");
        assertThat(plan.steps()).hasSize(1);
        assertThat(plan.steps().get(0).get(0))
                .isEqualTo(new OptimizedCall(
                        new Invocation("get_items", Map.of("ids", List.of("a", "b"))), List.of(0, 1, 2)));
        assertThat(kinds(plan)).containsExactly(PlanChange.Kind.DROPPED, PlanChange.Kind.BATCHED);
        assertThat(plan.savedCalls()).isEqualTo(2);
        assertThat(plan.savedRounds()).isEqualTo(2);
    }

    @Test
    void optimize_writeBetween_keepsBothReads() {
        OptimizedPlan plan = optimize("["
                + call("get_item", "{\"id\":\"a\"}") + "," + call("set_item", "{\"id\":\"a\"}") + ","
                + call("get_item", "{\"id\":\"a\"}") + "]");
        assertThat(plan.steps()).hasSize(3);
        assertThat(plan.isBest()).isTrue();
        assertThat(PlanJson.tree(plan)).containsEntry("verdict", "nothing better is known");
    }

    @Test
    void optimize_sameWriteTwice_keepsBoth() {
        OptimizedPlan plan =
                optimize("[" + call("send_mail", "{\"to\":\"a\"}") + "," + call("send_mail", "{\"to\":\"a\"}") + "]");
        assertThat(plan.steps()).hasSize(2);
        assertThat(plan.isBest()).isTrue();
    }

    @Test
    void optimize_readThatChangesByItself_isNeitherDroppedNorPassed() {
        OptimizedPlan plan = optimize("["
                + call("get_item", "{\"id\":\"a\"}") + "," + call("wait_for_job", "{}") + ","
                + call("get_item", "{\"id\":\"a\"}") + "]");
        assertThat(plan.isBest()).isTrue();
    }

    @Test
    void optimize_callMadeAlready_answersTheSameCallAgain() {
        OptimizedPlan plan = optimize("[{\"tool\":\"get_item\",\"arguments\":{\"id\":\"a\"},\"made\":true},"
                + call("get_item", "{\"id\":\"a\"}") + "]");
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.savedCalls()).isEqualTo(1);
    }

    @Test
    void optimize_itemReadPlainlyAndHydrated_isReadOnce() {
        OptimizedPlan plan = optimize("[" + call("get_item", "{\"id\":\"a\"}") + ","
                + call("get_item", "{\"id\":\"a\",\"hydrate\":true}") + "]");
        assertThat(kinds(plan)).containsExactly(PlanChange.Kind.HYDRATED);
        assertThat(plan.steps().get(0).get(0).call().arguments()).containsEntry("hydrate", true);
    }

    @Test
    void optimize_listWithAndWithoutMore_areTwoQuestions() {
        assertThat(kinds(optimize(
                        "[" + call("list_items", "{}") + "," + call("list_items", "{\"include_closed\":true}") + "]")))
                .containsExactly(PlanChange.Kind.PARALLEL);
    }

    @Test
    void optimize_independentReads_areMadeAtOnceBeforeOneThatWaitsForAValue() {
        OptimizedPlan plan = optimize("["
                + call("get_user", "{\"id\":\"u\"}") + "," + call("get_item", "{\"id\":\"$0.item\"}") + ","
                + call("list_items", "{}") + "]");
        assertThat(plan.steps()).hasSize(2);
        assertThat(plan.steps().get(0)).extracting(each -> each.stands().get(0)).containsExactly(0, 2);
        assertThat(kinds(plan)).contains(PlanChange.Kind.PARALLEL, PlanChange.Kind.REORDERED);
        assertThat(plan.savedCalls()).isZero();
        assertThat(plan.savedRounds()).isEqualTo(1);
    }

    @Test
    void optimize_valuesStillOpen_areNeverJoined() {
        OptimizedPlan plan = optimize("["
                + call("get_item", "{\"id\":\"a\"}") + "," + call("get_item", "{\"id\":\"b\"}") + ","
                + call("get_item", "{\"id\":\"{{1.next}}\"}") + "," + call("get_item", "{\"id\":\"{{1.next}}\"}")
                + "]");
        assertThat(plan.savedCalls()).isZero();
    }

    @Test
    void optimize_recordedCalls_tellWhatIsSaved() {
        OptimizedPlan plan = optimize(
                "",
                List.of(session("x", "done", "get_user")),
                "[" + call("get_user", "{\"id\":\"u\"}") + "," + call("get_user", "{\"id\":\"u\"}") + "]");
        assertThat(plan.savedTokens()).isPositive();
    }

    @Test
    void optimize_stepThatSuchGoalsAlwaysTook_isAdvisedAndNotPutIn() {
        List<SessionCalls> sessions = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            sessions.add(session(
                    "refund the order " + i + " for a customer", "done", "find_order", "refund_order", "send_mail"));
        }
        String plan = "[" + call("refund_order", "{\"id\":1}") + "]";
        OptimizedPlan told = optimize("refund an order for this customer", sessions, plan);
        assertThat(told.advice())
                .extracting(StepAdvice::kind, StepAdvice::tool)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("missing", "find_order"),
                        org.assertj.core.api.Assertions.tuple("next", "send_mail"));
        assertThat(told.steps()).hasSize(1);
        assertThat(optimize("paint the fence", sessions, plan).advice()).isEmpty();
        assertThat(optimize("refund an order for this customer", sessions.subList(0, 4), plan)
                        .advice())
                .isEmpty();
    }

    @Test
    void optimize_sessionsThatDidNotGetThere_adviseNothing() {
        List<SessionCalls> sessions = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            sessions.add(session("refund the order for a customer", "", "find_order", "refund_order"));
            sessions.add(session("refund the order for a customer", "sorry", "find_order", "!refund_order"));
        }
        assertThat(optimize("refund the order for a customer", sessions, "[" + call("refund_order", "{}") + "]")
                        .advice())
                .isEmpty();
    }

    @Test
    void optimize_manyGetsWhereSuchGoalsListed_advisesTheList() {
        List<SessionCalls> sessions = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            sessions.add(session("compare prices of lamps", "done", "search_lamps"));
        }
        String gets = "[" + call("get_lamp", "{\"id\":1}") + "," + call("get_lamp", "{\"id\":2}") + ","
                + call("get_lamp", "{\"id\":3}") + "]";
        assertThat(optimize("compare lamps by prices", sessions, gets).advice())
                .extracting(StepAdvice::kind, StepAdvice::tool)
                .containsExactly(org.assertj.core.api.Assertions.tuple("cheaper", "search_lamps"));
    }

    @Test
    void read_noListOrNoTool_isRefused() {
        assertThatThrownBy(() -> PlanForm.read(Map.of())).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> PlanForm.read(List.of(Map.of("arguments", Map.of()))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("planned_calls[0]");
        assertThatThrownBy(() -> PlanForm.read(List.of(Map.of("tool", "x", "arguments", "[1]"))))
                .isInstanceOf(InvalidInputException.class);
    }
}
