package io.ambit.mcp.tool.tooluse;

import io.ambit.core.memory.recall.SafeText;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tooluse.suggest.SuggestRequest;
import io.ambit.core.tooluse.suggest.Suggestion;
import io.ambit.core.tooluse.suggest.SuggestionJson;
import io.ambit.mcp.tool.DeclaredTool;
import io.ambit.mcp.tool.ToolCall;
import io.ambit.mcp.tool.ToolResult;
import io.ambit.mcp.tool.schema.Arguments;
import io.ambit.mcp.tool.schema.Forms;
import io.ambit.mcp.tool.schema.Parameter;
import io.ambit.mcp.tool.schema.Parameters;
import io.ambit.mcp.tool.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code backlog_suggest_tool}: which tool to call for a request, and how. */
public final class SuggestTool extends DeclaredTool {
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_ARGUMENTS = 1_000;

    private static final Parameter<String> QUERY = Parameter.required(
                    "user_query", Forms.longText(), "What is to be done.")
            .such("\"find parking near the station\"");
    private static final Parameter<String> CONTEXT = Parameter.optional(
                    "context", Forms.longText(), "What it stands in; counts less.")
            .or("");
    private static final Parameter<Integer> K =
            Parameter.optional("k", Forms.whole(1, SuggestRequest.MOST_K), "").or(SuggestRequest.USUAL_K);
    private static final Parameter<List<String>> TOOLS = Parameter.optional(
                    "tools", Forms.texts(), "Choose among these names only.")
            .or(List.of());
    private static final Parameter<String> SERVER = Parameter.optional(
                    "server", Forms.text(), "Choose among this server's tools only.")
            .or("");

    public SuggestTool() {
        super(new Declaration(
                "backlog_suggest_tool",
                "Suggest a tool",
                "Which of the tools seen in this project serves a request, with arguments as far as the request and the"
                        + " schema settle them, and calls that worked. Learned from calls and their outcomes.",
                new Hints(true, false, true),
                Parameters.of(QUERY, CONTEXT, K, TOOLS, SERVER),
                Schema.object()
                        .with(
                                "suggestions",
                                Schema.list(Schema.object()
                                        .with("tool", Schema.text())
                                        .maybe("server", Schema.text())
                                        .with("confidence", Map.of("type", "number"))
                                        .with("why", Schema.list(Schema.text()))
                                        .with("parameters", Schema.any())
                                        .maybe("missing", Schema.list(Schema.text()))
                                        .maybe("examples", Schema.list(Schema.any()))
                                        .tree()))));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        reach(0, 1, "looking for a tool", call);
        List<Suggestion> found = call.tools()
                .suggest(new SuggestRequest(
                        arguments.get(QUERY),
                        arguments.get(CONTEXT),
                        arguments.get(K),
                        arguments.get(TOOLS),
                        arguments.get(SERVER)));
        reach(1, 1, "looked for a tool", call);
        return shown(found, call.project().memory().tokens());
    }

    private static ToolResult shown(List<Suggestion> found, TokenCounter tokens) {
        List<Map<String, Object>> trees = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int left = USUAL_TOKENS;
        for (Suggestion one : found) {
            String line = line(one);
            Map<String, Object> tree = SuggestionJson.tree(one);
            left -= size(line, tree, tokens);
            if (left < 0) {
                break;
            }
            text.append(line);
            trees.add(tree);
        }
        int more = found.size() - trees.size();
        return new ToolResult(
                Map.of("suggestions", trees),
                (trees.isEmpty() ? "No tool of that kind is known here.\n" : text.toString())
                        + (more == 0 ? "" : more + " more were found: ask with a smaller k.\n"));
    }

    private static String line(Suggestion one) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%s%s (%.0f %%): %s\n",
                SafeText.line(one.tool(), LONGEST_REASON),
                one.server().isEmpty() ? "" : " of " + SafeText.line(one.server(), LONGEST_REASON),
                100 * one.confidence(),
                SafeText.line(String.join("; ", one.why()), LONGEST_REASON)));
        line.append("  arguments ").append(SafeText.line(JsonTree.write(one.parameters()), LONGEST_ARGUMENTS));
        if (!one.missing().isEmpty()) {
            line.append(", to be given: ").append(SafeText.line(String.join(", ", one.missing()), LONGEST_REASON));
        }
        line.append('\n');
        one.examples().stream()
                .limit(1)
                .forEach(example -> line.append("  worked: ")
                        .append(SafeText.line(JsonTree.write(example.arguments()), LONGEST_REASON))
                        .append(" for ")
                        .append(SafeText.line(example.request(), LONGEST_REASON))
                        .append('\n'));
        return line.toString();
    }
}
