package io.ambit.mcp.tool.tooluse;

import io.ambit.core.tool.Rating;
import io.ambit.core.tooluse.usage.UsageAnalysis;
import io.ambit.core.tooluse.usage.UsageJson;
import io.ambit.core.tooluse.usage.UsageReport;
import io.ambit.core.tooluse.usage.UsageRequest;
import io.ambit.core.tooluse.usage.UsageText;
import io.ambit.mcp.tool.AgentName;
import io.ambit.mcp.tool.DeclaredTool;
import io.ambit.mcp.tool.ToolCall;
import io.ambit.mcp.tool.ToolResult;
import io.ambit.mcp.tool.schema.Arguments;
import io.ambit.mcp.tool.schema.Forms;
import io.ambit.mcp.tool.schema.Parameter;
import io.ambit.mcp.tool.schema.Parameters;
import io.ambit.mcp.tool.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code backlog_analyze_tool_usage}: what calls of tools cost, and how a context was found. */
public final class AnalyzeTool extends DeclaredTool {
    private static final int TEXT_TOKENS = 3_000;
    /** Of lists so long, the first. */
    private static final int MOST_LINES = 10;

    private static final List<String> LISTS =
            List.of("byTool", "bySession", "byEpic", "byMonth", "unusedDefinitions", "newest");

    private static final Parameter<String> TIME_RANGE = Parameter.optional(
                    "time_range", Forms.text(), "Such as 30d, 2026-11, 2026-10..2026-11 or all; 90d without it")
            .such("\"30d\"");
    private static final Parameter<String> EPIC_ID = Parameter.optional(
                    "epic_id", Forms.text(), "Only calls for this epic")
            .such("\"EPIC-0002\"");
    private static final Parameter<String> ID =
            Parameter.required("id", Forms.text(), "").such("\"TASK-0024\"");
    private static final Parameter<Integer> STARS =
            Parameter.required("stars", Forms.whole(1, Rating.MOST), "").such("4");
    private static final Parameter<Arguments> RATE = Parameter.optional(
                    "rate",
                    Forms.record(Parameters.of(ID, STARS)),
                    "How useful the context of an item or session was, 1 to 5")
            .such("{\"id\":\"TASK-0024\",\"stars\":4}");

    public AnalyzeTool() {
        super(new Declaration(
                "backlog_analyze_tool_usage",
                "Analyse tool usage",
                "Shows what calls of tools cost in this project: calls per request, failed, repeated, wasted tokens by"
                        + " tool, session, epic and month, and the five largest savings with where they show. With rate:"
                        + " notes how useful a context was. Example: {\"time_range\":\"30d\"}",
                new Hints(false, false, true),
                Parameters.of(TIME_RANGE, EPIC_ID, RATE),
                Schema.object()
                        .with("period", Schema.any())
                        .maybe("epic", Schema.text())
                        .with("sessions", Schema.whole())
                        .with("total", Schema.any())
                        .with("trend", Schema.any())
                        .with("savings", Schema.list(Schema.any()))
                        .with("byTool", Schema.list(Schema.any()))
                        .with("bySession", Schema.list(Schema.any()))
                        .with("byEpic", Schema.list(Schema.any()))
                        .with("byMonth", Schema.list(Schema.any()))
                        .with("unusedDefinitions", Schema.list(Schema.any()))
                        .with("unusedDefinitionCount", Schema.whole())
                        .with("measures", Schema.list(Schema.any()))
                        .with("ratings", Schema.any())
                        .maybe("rated", Schema.any())));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        UsageAnalysis usage = call.tools().usage();
        Map<String, Object> tree = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        arguments.find(RATE).ifPresent(given -> {
            Rating rating = usage.rate(
                    given.get(ID),
                    given.get(STARS),
                    AgentName.of(call),
                    call.project().memory().now());
            tree.put("rated", UsageJson.rating(rating));
            text.append("Noted: ")
                    .append(rating.stars())
                    .append(" of 5 for ")
                    .append(rating.subject())
                    .append(".\n");
        });
        UsageReport report = usage.analyze(
                new UsageRequest(
                        arguments.find(TIME_RANGE).orElse(""),
                        arguments.find(EPIC_ID).orElse("")),
                (done, total) -> reach(done, total, "reading sessions", call));
        tree.putAll(shortened(UsageJson.tree(report)));
        text.append(UsageText.of(report, call.project().memory().tokens(), TEXT_TOKENS));
        return new ToolResult(tree, text.toString());
    }

    private static Map<String, Object> shortened(Map<String, Object> tree) {
        Map<String, Object> shorter = new LinkedHashMap<>();
        tree.forEach((name, value) -> {
            if (LISTS.contains(name) && value instanceof List<?> list && list.size() > MOST_LINES) {
                shorter.put(name, new ArrayList<>(list.subList(0, MOST_LINES)));
            } else if (value instanceof Map<?, ?> map) {
                Map<String, Object> inner = new LinkedHashMap<>();
                map.forEach((key, each) -> inner.put(String.valueOf(key), each));
                shorter.put(name, shortened(inner));
            } else {
                shorter.put(name, value);
            }
        });
        return shorter;
    }
}
