package io.ambit.mcp.tool.backlog;

import io.ambit.core.backlog.FindRequest;
import io.ambit.core.backlog.FoundItem;
import io.ambit.core.backlog.ItemJson;
import io.ambit.core.item.ItemType;
import io.ambit.core.memory.recall.SafeText;
import io.ambit.core.spi.TokenCounter;
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
import java.util.Set;

/** {@code backlog_search}: items by what they are about. */
public final class SearchTool extends DeclaredTool {
    private static final int MAX_LIMIT = 50;
    private static final int MAX_PASSAGE = 400;

    private static final Parameter<String> QUERY =
            Parameter.required("query", Forms.text(), "").such("\"login timeout\"");
    private static final Parameter<List<ItemType>> TYPES =
            Parameter.optional("types", ItemParameters.TYPE_LIST, "").such("[\"task\",\"adr\"]");
    private static final Parameter<Integer> LIMIT =
            Parameter.optional("limit", Forms.whole(1, MAX_LIMIT), "").or(FindRequest.DEFAULT_LIMIT);

    public SearchTool() {
        super(new Declaration(
                "backlog_search",
                "Search the backlog",
                "Finds items by id, words and meaning, best first, with the passage that answers; takes typing errors."
                        + " By status or parent alone: backlog_list. What sessions did and learned: memory_recall.",
                new Hints(true, false, true),
                Parameters.of(
                        QUERY,
                        TYPES,
                        ItemParameters.WITH_STATUS,
                        ItemParameters.PARENT,
                        ItemParameters.WITH_TAGS,
                        LIMIT),
                Schema.object().with("items", Schema.list(ItemAnswer.LINE))));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        reach(0, 1, "searching the backlog", call);
        List<FoundItem> found = call.project()
                .backlog()
                .search(new FindRequest(
                        arguments.get(QUERY),
                        Set.copyOf(arguments.find(TYPES).orElse(List.of())),
                        ItemParameters.statuses(
                                arguments.find(ItemParameters.WITH_STATUS).orElse(List.of())),
                        arguments.orNull(ItemParameters.PARENT),
                        Set.copyOf(arguments.find(ItemParameters.WITH_TAGS).orElse(List.of())),
                        arguments.get(LIMIT)));
        reach(1, 1, "searched the backlog", call);
        return shown(found, call.project().memory().tokens());
    }

    private static ToolResult shown(List<FoundItem> found, TokenCounter tokens) {
        List<Map<String, Object>> trees = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int left = USUAL_TOKENS;
        for (FoundItem one : found) {
            String passage = SafeText.line(one.passage(), MAX_PASSAGE);
            String shown = ItemPage.row(one.item()) + (passage.isEmpty() ? "" : "> " + passage + "\n");
            Map<String, Object> tree = new LinkedHashMap<>(ItemJson.line(one.item()));
            tree.put("score", one.score());
            tree.put("passage", passage);
            left -= size(shown, tree, tokens);
            if (left < 0) {
                break;
            }
            text.append(shown);
            trees.add(tree);
        }
        int more = found.size() - trees.size();
        return new ToolResult(
                Map.of("items", trees),
                (trees.isEmpty() ? "Nothing in the backlog on this.\n" : text.toString())
                        + (more == 0 ? "" : more + " more were found: ask for fewer, or with filters.\n"));
    }
}
