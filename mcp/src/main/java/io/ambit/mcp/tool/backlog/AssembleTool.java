package io.ambit.mcp.tool.backlog;

import io.ambit.core.context.assembly.AssembleRequest;
import io.ambit.core.context.assembly.AssembledContext;
import io.ambit.core.context.assembly.AssembledJson;
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

/** {@code backlog_assemble_context}: what one needs to know to work on a task, epic or question. */
public final class AssembleTool extends DeclaredTool {
    private static final int MAX_TOKENS_LIMIT = 50_000;
    private static final int MAX_LEFT_OUT = 20;

    private static final Parameter<String> FOR_TASK =
            Parameter.optional("for_task", Forms.text(), "Id of any item").such(ItemParameters.ID_EXAMPLE);
    private static final Parameter<String> FOR_EPIC =
            Parameter.optional("for_epic", Forms.text(), "").such("\"EPIC-0002\"");
    private static final Parameter<String> QUERY = Parameter.optional(
                    "query", Forms.text(), "What the work is about; enough without an id")
            .such("\"login timeout\"");
    private static final Parameter<Integer> MAX_TOKENS = Parameter.optional(
                    "max_tokens", Forms.whole(AssembleRequest.MIN_TOKENS, MAX_TOKENS_LIMIT), "")
            .or(AssembleRequest.DEFAULT_TOKENS);

    public AssembleTool() {
        super(new Declaration(
                "backlog_assemble_context",
                "Assemble context",
                "Call when work on something starts: the item, its epic, blockers, children, references, insights and"
                        + " memories on it, within max_tokens, and what was left out. One call instead of many reads."
                        + " Example: {\"for_task\":\"TASK-0024\"}",
                new Hints(true, false, true),
                Parameters.of(FOR_TASK, FOR_EPIC, QUERY, MAX_TOKENS),
                Schema.object()
                        .with("text", Schema.text())
                        .with("tokens", Schema.whole())
                        .with("pieces", Schema.list(Schema.any()))
                        .with("leftOut", Schema.list(Schema.any()))
                        .maybe("moreLeftOut", Schema.whole())
                        .with("warnings", Schema.list(Schema.text()))));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        if (!arguments.has(FOR_TASK) && !arguments.has(FOR_EPIC) && !arguments.has(QUERY)) {
            throw arguments.wrong("expected `for_task` such as \"TASK-0024\", `for_epic` or `query`");
        }
        reach(0, 1, "assembling", call);
        AssembledContext context = call.project()
                .assemble(
                        new AssembleRequest(
                                arguments.orNull(FOR_TASK),
                                arguments.orNull(FOR_EPIC),
                                arguments.orNull(QUERY),
                                arguments.get(MAX_TOKENS)),
                        call.session());
        reach(1, 1, "assembled", call);
        return new ToolResult(tree(context), context.text());
    }

    /** The list of what was left out can be longer than what was asked for: its end is counted. */
    private static Map<String, Object> tree(AssembledContext context) {
        Map<String, Object> tree = AssembledJson.tree(context);
        if (tree.get("leftOut") instanceof List<?> all && all.size() > MAX_LEFT_OUT) {
            tree.put("leftOut", all.subList(0, MAX_LEFT_OUT));
            tree.put("moreLeftOut", all.size() - MAX_LEFT_OUT);
        }
        return tree;
    }
}
