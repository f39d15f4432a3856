package io.ambit.mcp.tool.backlog;

import io.ambit.core.backlog.ItemJson;
import io.ambit.core.item.Item;
import io.ambit.mcp.tool.DeclaredTool;
import io.ambit.mcp.tool.ToolCall;
import io.ambit.mcp.tool.ToolResult;
import io.ambit.mcp.tool.schema.Arguments;
import io.ambit.mcp.tool.schema.Forms;
import io.ambit.mcp.tool.schema.Parameter;
import io.ambit.mcp.tool.schema.Parameters;
import io.ambit.mcp.tool.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code backlog_delete}: puts an item into the trash, or takes it out again. */
public final class DeleteTool extends DeclaredTool {
    private static final Parameter<Boolean> UNDO = Parameter.optional(
                    "undo", Forms.flag(), "Bring it back from the trash")
            .or(false);

    public DeleteTool() {
        super(new Declaration(
                "backlog_delete",
                "Delete a backlog item",
                "Moves one item to the trash, from which undo brings it back. Work that is not wanted any more is better"
                        + " cancelled: backlog_update.",
                new Hints(false, true, false),
                Parameters.of(ItemParameters.ID, UNDO),
                Schema.object().with("item", ItemAnswer.LINE).with("deleted", Schema.flag())));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        boolean undo = arguments.get(UNDO);
        String id = arguments.get(ItemParameters.ID);
        Item item = undo
                ? call.project().backlog().restore(id)
                : call.project().backlog().delete(id);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("item", ItemJson.line(item));
        tree.put("deleted", !undo);
        return new ToolResult(
                tree,
                undo
                        ? "Brought back " + ItemPage.row(item)
                        : "Deleted " + ItemPage.row(item) + "To undo: call again with undo.\n");
    }
}
