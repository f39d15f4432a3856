package io.ambit.mcp.tool.tooluse;

import io.ambit.core.memory.recall.SafeText;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tooluse.sequence.OptimizeRequest;
import io.ambit.core.tooluse.sequence.OptimizedCall;
import io.ambit.core.tooluse.sequence.OptimizedPlan;
import io.ambit.core.tooluse.sequence.PlanForm;
import io.ambit.core.tooluse.sequence.PlanJson;
import io.ambit.mcp.tool.DeclaredTool;
import io.ambit.mcp.tool.ToolCall;
import io.ambit.mcp.tool.ToolResult;
import io.ambit.mcp.tool.schema.Arguments;
import io.ambit.mcp.tool.schema.Forms;
import io.ambit.mcp.tool.schema.Parameter;
import io.ambit.mcp.tool.schema.Parameters;
import io.ambit.mcp.tool.schema.Schema;
import java.util.List;
import java.util.Map;

/** {@code backlog_optimize_sequence}: a plan of calls, made cheaper without changing what it does. */
public final class OptimizeSequenceTool extends DeclaredTool {
    private static final int MAX_CALL = 400;
    private static final int MAX_REASON = 300;
    /** More than this, in tokens, is shown in the structure alone. */
    private static final int MOST = USUAL_TOKENS / 2;

    private static final Parameter<String> GOAL = Parameter.required("goal", Forms.text(), "What the calls are for.")
            .such("\"close the finished tasks of EPIC-0002\"");
    private static final Parameter<String> TOOL = Parameter.required("tool", Forms.text(), "");
    private static final Parameter<Map<String, Object>> ARGUMENTS =
            Parameter.optional("arguments", Forms.object(), "$0.id stands for a value that call 0 will give.");
    private static final Parameter<Boolean> MADE =
            Parameter.optional("made", Forms.flag(), "It was made already.").or(false);
    private static final Parameter<List<Arguments>> PLANNED = Parameter.required(
                    "planned_calls", Forms.list(Forms.record(Parameters.of(TOOL, ARGUMENTS, MADE))), "In order.")
            .such("[{\"tool\":\"backlog_get\",\"arguments\":{\"id\":\"TASK-0001\"}}]");

    public OptimizeSequenceTool() {
        super(new Declaration(
                "backlog_optimize_sequence",
                "Make planned calls cheaper",
                "Says how planned calls, of any tools, become fewer: repeats dropped, single reads joined in one call,"
                        + " reads that need no other made at once. Writes keep their order.",
                new Hints(true, false, true),
                Parameters.of(GOAL, PLANNED),
                Schema.object()
                        .with("verdict", Schema.text())
                        .with("steps", Schema.list(Schema.list(Schema.any())))
                        .with("changes", Schema.list(Schema.any()))
                        .with("advice", Schema.list(Schema.any()))
                        .with("saving", Schema.any())));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        List<Map<String, Object>> planned = arguments.get(PLANNED).stream()
                .map(each -> JsonTree.object(
                        "tool", each.get(TOOL), "arguments", each.orNull(ARGUMENTS), "made", each.get(MADE)))
                .toList();
        OptimizedPlan plan = call.tools().optimize(new OptimizeRequest(arguments.get(GOAL), PlanForm.read(planned)));
        return new ToolResult(PlanJson.tree(plan), text(plan, call));
    }

    private static String text(OptimizedPlan plan, ToolCall call) {
        if (plan.isBest()) {
            return "Nothing better is known: make the calls as planned.\n";
        }
        StringBuilder text = new StringBuilder();
        text.append("Saves ")
                .append(plan.savedCalls())
                .append(" calls and ")
                .append(plan.savedRounds())
                .append(" rounds");
        text.append(plan.savedTokens() == 0 ? ".\n" : ", about " + plan.savedTokens() + " tokens.\n");
        for (int i = 0; i < plan.steps().size(); i++) {
            List<OptimizedCall> step = plan.steps().get(i);
            text.append("Step ").append(i + 1).append(step.size() > 1 ? ", at once:\n" : ":\n");
            for (OptimizedCall each : step) {
                text.append("- ")
                        .append(SafeText.line(
                                each.call().tool() + " "
                                        + JsonTree.write(each.call().arguments()),
                                MAX_CALL));
                text.append(" (planned ").append(each.stands()).append(")\n");
            }
        }
        plan.changes()
                .forEach(change -> text.append("Changed: ")
                        .append(change.kind().key())
                        .append(' ')
                        .append(change.positions())
                        .append(", ")
                        .append(SafeText.line(change.reason(), MAX_REASON))
                        .append('\n'));
        plan.advice()
                .forEach(advice -> text.append("Advice: ")
                        .append(SafeText.line(
                                advice.kind() + " step " + advice.tool() + ", " + advice.reason(), MAX_REASON))
                        .append('\n'));
        String whole = text.toString();
        return call.project().memory().tokens().count(whole) <= MOST
                ? whole
                : whole.substring(0, Math.min(whole.length(), MOST * 2)) + "…\nCut: plan fewer calls at a time.\n";
    }
}
