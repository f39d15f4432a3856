package io.ambit.mcp.tool.memory;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.context.assembly.ambient.ActiveContext;
import io.ambit.core.memory.disclosure.Ask;
import io.ambit.core.memory.disclosure.Disclosed;
import io.ambit.core.memory.disclosure.DisclosureJson;
import io.ambit.core.memory.disclosure.Timeline;
import io.ambit.core.memory.recall.SafeText;
import io.ambit.mcp.tool.DeclaredTool;
import io.ambit.mcp.tool.ToolCall;
import io.ambit.mcp.tool.ToolResult;
import io.ambit.mcp.tool.schema.Arguments;
import io.ambit.mcp.tool.schema.Forms;
import io.ambit.mcp.tool.schema.Parameter;
import io.ambit.mcp.tool.schema.Parameters;
import io.ambit.mcp.tool.schema.Schema;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code memory_timeline}: where the project stands, and what was done lately about something. */
public final class TimelineTool extends DeclaredTool {
    private static final int MAX_LINE = 200;

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
                        .maybe("activeContext", Schema.text())
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
            reach(0, 1, "reading memory", call);
            Disclosed disclosed = project.memory()
                    .disclosure()
                    .load(Ask.of(
                            project.space(),
                            call.session(),
                            "",
                            arguments.find(QUERY).orElseThrow()));
            reach(1, 1, "read memory", call);
            tree.putAll(DisclosureJson.disclosed(disclosed));
            tree.remove("text");
            return new ToolResult(tree, disclosed.text());
        }
        ActiveContext active = project.active();
        Timeline timeline = project.memory().disclosure().timeline(project.space(), call.session(), "");
        tree.put("activeContext", active.text());
        tree.putAll(DisclosureJson.timeline(timeline));
        tree.remove("text");
        return new ToolResult(tree, active.text() + recent(timeline));
    }

    private static String recent(Timeline timeline) {
        StringBuilder text = new StringBuilder();
        for (Timeline.Line line : timeline.recent()) {
            text.append(text.isEmpty() ? "\nDone lately\n" : "")
                    .append("> ")
                    .append(line.record())
                    .append(' ')
                    .append(line.at().atOffset(ZoneOffset.UTC).toLocalDate())
                    .append(' ')
                    .append(SafeText.line(line.text(), MAX_LINE))
                    .append('\n');
        }
        return text.toString();
    }
}
