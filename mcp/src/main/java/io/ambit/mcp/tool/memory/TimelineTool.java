package io.ambit.mcp.tool.memory;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.memory.disclosure.Ask;
import io.ambit.core.memory.disclosure.Disclosed;
import io.ambit.core.memory.disclosure.DisclosureJson;
import io.ambit.core.memory.disclosure.Timeline;
import io.ambit.mcp.tool.CutText;
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

/** {@code memory_timeline}: where the project stands, and what was done lately about something. */
public final class TimelineTool extends DeclaredTool {
    private static final Parameter<String> QUERY = Parameter.optional(
                    "query", Forms.text(), "Topic; without it, where the project stands")
            .such("\"login\"");

    public TimelineTool() {
        super(new Declaration(
                "memory_timeline",
                "Timeline",
                "Call first in a session, without arguments: what is in progress, blocked, decided, done lately and next."
                        + " With a query: the topics in memory on it, their timeline, and what these leave open.",
                new Hints(true, false, true),
                Parameters.of(QUERY),
                Schema.object()
                        .maybe("active", Schema.any())
                        .maybe("recent", Schema.list(Schema.any()))
                        .maybe("decisions", Schema.list(Schema.any()))
                        .maybe("index", Schema.any())
                        .maybe("timeline", Schema.list(Schema.any()))
                        .maybe("records", Schema.list(Schema.any()))));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        ProjectContext project = call.project();
        Map<String, Object> tree = new LinkedHashMap<>();
        if (arguments.has(QUERY)) {
            call.progress(0, 1, "reading memory");
            Disclosed disclosed = project.memory()
                    .disclosure()
                    .load(Ask.of(
                            project.space(),
                            call.client(),
                            "",
                            arguments.find(QUERY).orElseThrow()));
            call.progress(1, 1, "read memory");
            tree.putAll(DisclosureJson.disclosed(disclosed));
            tree.remove("text");
            return new ToolResult(tree, disclosed.text());
        }
        Timeline timeline = project.memory().disclosure().timeline(project.space(), call.client(), "");
        tree.putAll(DisclosureJson.timeline(timeline));
        tree.remove("text");
        return new ToolResult(
                tree,
                CutText.of(
                                timeline.text(),
                                CutText.USUAL_TOKENS,
                                project.memory().tokens())
                        .text());
    }
}
