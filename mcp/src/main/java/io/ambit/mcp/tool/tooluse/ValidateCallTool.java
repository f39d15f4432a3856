package io.ambit.mcp.tool.tooluse;

import io.ambit.core.memory.recall.SafeText;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.check.Certainty;
import io.ambit.core.tooluse.check.CheckRequest;
import io.ambit.core.tooluse.check.Checked;
import io.ambit.core.tooluse.check.CheckedJson;
import io.ambit.core.tooluse.check.Finding;
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
import java.util.function.Supplier;

/** {@code backlog_validate_call}: whether a call is right before it is made. */
public final class ValidateCallTool extends DeclaredTool {
    private static final int MOST_SHOWN = 20;
    private static final int MAX_REASON = 500;
    private static final int MAX_CALL = 8_000;

    private static final Parameter<String> TOOL = Parameter.required(
                    "tool_name", Forms.text(), "The tool that is to be called")
            .such("\"backlog_update\"");
    private static final Parameter<Map<String, Object>> PARAMS = Parameter.optional(
                    "params", Forms.object(), "What it is to be called with")
            .or(Map.of());

    private final Supplier<List<ToolDefinition>> own;

    /** A tool that knows, beside the tools that passed, those that stand next to it. */
    public ValidateCallTool(Supplier<List<ToolDefinition>> own) {
        super(new Declaration(
                "backlog_validate_call",
                "Validate a tool call",
                "Checks a call before you make it: names, types, values, ids, status. Says what is wrong and where, with"
                        + " the corrected call where it is known. Works for the tools of any server. Example:"
                        + " {\"tool_name\":\"backlog_get\",\"params\":{\"id\":\"TASK-24\"}}",
                new Hints(true, false, true),
                Parameters.of(TOOL, PARAMS),
                Schema.object()
                        .with("verdict", Schema.text())
                        .with("tool", Schema.text())
                        .with("findings", Schema.list(Schema.any()))
                        .maybe("corrected", Schema.any())
                        .maybe("certainty", Schema.text())
                        .maybe("corrections", Schema.list(Schema.any()))));
        this.own = own;
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        Checked checked = call.tools()
                .check(new CheckRequest(new Invocation(arguments.get(TOOL), arguments.get(PARAMS)), own.get()));
        return new ToolResult(CheckedJson.tree(checked), text(checked));
    }

    private static String text(Checked checked) {
        StringBuilder text =
                new StringBuilder("The call is ").append(checked.verdict()).append(".\n");
        for (Finding finding : checked.findings().stream().limit(MOST_SHOWN).toList()) {
            text.append("- ")
                    .append(finding.fault().label())
                    .append(": ")
                    .append(SafeText.line(finding.reason(), MAX_REASON))
                    .append('\n');
        }
        if (checked.findings().size() > MOST_SHOWN) {
            text.append("- and ").append(checked.findings().size() - MOST_SHOWN).append(" more\n");
        }
        checked.proposed()
                .ifPresent(proposed -> text.append(
                                checked.certainty() == Certainty.CERTAIN ? "Corrected: " : "Meant, probably: ")
                        .append(SafeText.line(proposed.tool() + ' ' + JsonTree.write(proposed.arguments()), MAX_CALL))
                        .append('\n'));
        return text.toString();
    }
}
