package io.ambit.mcp.tool.memory;

import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.core.record.RecordId;
import io.ambit.mcp.tool.DeclaredTool;
import io.ambit.mcp.tool.ToolCall;
import io.ambit.mcp.tool.ToolResult;
import io.ambit.mcp.tool.schema.Arguments;
import io.ambit.mcp.tool.schema.Forms;
import io.ambit.mcp.tool.schema.Parameter;
import io.ambit.mcp.tool.schema.Parameters;
import io.ambit.mcp.tool.schema.Schema;
import java.util.Map;

/** {@code memory_forget}: takes a record away for good. */
public final class ForgetTool extends DeclaredTool {
    private static final Parameter<String> ID =
            Parameter.required("id", Forms.text(), "").such("\"ins-004\"");

    public ForgetTool() {
        super(new Declaration(
                "memory_forget",
                "Forget a memory record",
                "Forgets one memory record for good, text and links. Only when the user asks for it: what is out of date"
                        + " is better answered by memory_remember.",
                new Hints(false, true, true),
                Parameters.of(ID),
                Schema.object().with("forgotten", Schema.text())));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        String written = arguments.get(ID);
        RecordId id = MemoryIds.read(written)
                .filter(read -> call.project().memory().forget(call.project().space(), read))
                .orElseThrow(() -> arguments.wrong("`id` expected that of a memory record of this project such as"
                        + " \"ins-004\", got \"" + QuotedRecord.line(written) + "\""));
        return new ToolResult(Map.of("forgotten", id.value()), "Forgot " + id + ".\n");
    }
}
