package io.ambit.mcp.tool.backlog;

import io.ambit.core.context.assembly.insight.CapturedInsight;
import io.ambit.core.context.assembly.insight.CapturedJson;
import io.ambit.core.context.assembly.insight.InsightDraft;
import io.ambit.core.context.assembly.insight.InsightType;
import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.core.record.RecordId;
import io.ambit.mcp.tool.AgentName;
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

/** {@code backlog_capture_insight}: keeps what was found out, tied to the items that it is about. */
public final class CaptureTool extends DeclaredTool {
    private static final Parameter<String> CONTENT = Parameter.required(
                    "content", Forms.longText(), "What was found out, in a sentence or some")
            .such("\"Retries double the load; TASK-0012 must cap them\"");
    private static final Parameter<String> CONTEXT = Parameter.optional(
                    "context", Forms.longText(), "Where; ids in it tie the insight to items")
            .such("\"TASK-0012, load test\"");
    private static final Parameter<InsightType> TYPE = Parameter.optional(
                    "type", Forms.choice(List.of(InsightType.values()), InsightType::label), "")
            .or(InsightType.NOTE);

    public CaptureTool() {
        super(new Declaration(
                "backlog_capture_insight",
                "Capture an insight",
                "Keeps a decision, learning, blocker or surprise about the work, as soon as you have it. Name ids such as"
                        + " TASK-0012 in it. What is near to it is named. Not about an item: memory_remember.",
                new Hints(false, false, false),
                Parameters.of(CONTENT, CONTEXT, TYPE),
                Schema.object()
                        .with("id", Schema.text())
                        .maybe("items", Schema.list(Schema.text()))
                        .maybe("linked", Schema.list(Schema.text()))
                        .maybe("similar", Schema.list(Schema.any()))
                        .maybe("redacted", Schema.list(Schema.text()))));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        CapturedInsight captured = call.project()
                .captureInsight(new InsightDraft(
                        arguments.get(CONTENT),
                        arguments.find(CONTEXT).orElse(""),
                        arguments.get(TYPE).label(),
                        AgentName.of(call)));
        List<String> records = captured.records().stream().map(RecordId::value).toList();
        Map<String, Object> tree = CapturedJson.tree(captured);
        // What was just said is not said back.
        tree.remove("record");
        StringBuilder text = new StringBuilder(
                "Captured as " + captured.record().id() + ": \"" + QuotedRecord.title(captured.record()) + "\"\n");
        line(text, "Tied to ", captured.items());
        line(text, "Linked to ", records);
        line(text, "Left out of it: ", captured.redacted());
        captured.similar()
                .forEach(similar -> text.append(similar.duplicate() ? "Says the same as " : "Near to ")
                        .append(similar.id())
                        .append(": \"")
                        .append(similar.title())
                        .append(
                                similar.duplicate()
                                        ? "\"; a person may merge them when the epic is reconciled\n"
                                        : "\"\n"));
        return new ToolResult(tree, text.toString());
    }

    private static void line(StringBuilder text, String title, List<String> names) {
        if (!names.isEmpty()) {
            text.append(title)
                    .append(QuotedRecord.line(String.join(", ", names)))
                    .append('\n');
        }
    }
}
