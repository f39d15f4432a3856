package io.ambit.mcp.tool.backlog;

import io.ambit.core.backlog.ItemJson;
import io.ambit.core.backlog.ItemList;
import io.ambit.core.backlog.ListRequest;
import io.ambit.core.backlog.ListRequest.Sort;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemType;
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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code backlog_list}: items by what they are, a page at a time. */
public final class ListTool extends DeclaredTool {
    private static final int MAX_LIMIT = 200;

    private static final Parameter<List<ItemType>> TYPE = Parameter.optional(
                    "type",
                    ItemParameters.TYPE_LIST,
                    "task, epic, artifact, folder, milestone, reference, adr, memory, ...")
            .such("[\"task\"]");
    private static final Parameter<String> TEXT =
            Parameter.optional("text", Forms.text(), "Words in the title").such("\"login\"");
    private static final Parameter<Sort> SORT = Parameter.optional(
                    "sort",
                    Forms.choice(List.of(Sort.values()), sort -> sort.name().toLowerCase(Locale.ROOT)),
                    "")
            .or(Sort.UPDATED);
    private static final Parameter<Integer> LIMIT =
            Parameter.optional("limit", Forms.whole(1, MAX_LIMIT), "").or(ListRequest.DEFAULT_LIMIT);
    private static final Parameter<String> CURSOR =
            Parameter.optional("cursor", Forms.text(), "next_cursor of the page before");
    private static final Parameter<Boolean> COUNTS = Parameter.optional(
                    "counts", Forms.flag(), "Count by status and type, too")
            .or(false);

    public ListTool() {
        super(new Declaration(
                "backlog_list",
                "List backlog items",
                "Lists items by filters, without their text. To find by topic: backlog_search. To read: backlog_get."
                        + " Example: {\"type\":[\"task\"],\"status\":[\"open\",\"blocked\"],\"parent\":\"EPIC-0002\"}",
                new Hints(true, false, true),
                Parameters.of(
                        TYPE,
                        ItemParameters.WITH_STATUS,
                        ItemParameters.PARENT,
                        ItemParameters.WITH_TAGS,
                        TEXT,
                        SORT,
                        LIMIT,
                        CURSOR,
                        COUNTS),
                Schema.object()
                        .with("items", Schema.list(ItemAnswer.LINE))
                        .with("total", Schema.whole())
                        .maybe("next_cursor", Schema.text())
                        .maybe("by_status", Schema.any())
                        .maybe("by_type", Schema.any())));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        ListRequest whole = new ListRequest(
                Set.copyOf(arguments.find(TYPE).orElse(List.of())),
                ItemParameters.statuses(
                        arguments.find(ItemParameters.WITH_STATUS).orElse(List.of())),
                arguments.orNull(ItemParameters.PARENT),
                Set.copyOf(arguments.find(ItemParameters.WITH_TAGS).orElse(List.of())),
                arguments.find(TEXT).orElse(""),
                arguments.get(SORT),
                0,
                arguments.get(LIMIT));
        Cursor cursor = arguments
                .find(CURSOR)
                .map(written -> Cursor.read(written, whole)
                        .orElseThrow(() -> arguments.wrong(
                                "`cursor` expected the next_cursor of an answer to the same filters, got another")))
                .orElse(new Cursor(0));
        ItemList page = call.project().backlog().list(cursor.page(whole));
        return shown(
                page,
                cursor,
                whole,
                arguments.get(COUNTS),
                call.project().memory().tokens());
    }

    private static ToolResult shown(
            ItemList page, Cursor cursor, ListRequest request, boolean counts, TokenCounter tokens) {
        List<Map<String, Object>> trees = new ArrayList<>();
        StringBuilder rows = new StringBuilder();
        int used = 0;
        for (Item item : page.items()) {
            String row = ItemPage.row(item);
            Map<String, Object> line = ItemJson.line(item);
            used += size(row, line, tokens);
            if (used > USUAL_TOKENS) {
                break;
            }
            rows.append(row);
            trees.add(line);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("items", trees);
        tree.put("total", page.total());
        int next = cursor.offset() + trees.size();
        StringBuilder text = new StringBuilder();
        text.append(trees.size())
                .append(" of ")
                .append(page.total())
                .append(" items\n")
                .append(rows);
        if (!trees.isEmpty() && next < page.total()) {
            String nextCursor = new Cursor(next).write(request);
            tree.put("next_cursor", nextCursor);
            text.append("More with cursor ").append(nextCursor).append('\n');
        }
        if (counts) {
            tree.put("by_status", page.byStatus());
            tree.put("by_type", page.byType());
            text.append("By status ")
                    .append(plain(page.byStatus()))
                    .append("\nBy type ")
                    .append(plain(page.byType()))
                    .append('\n');
        }
        return new ToolResult(tree, text.toString());
    }

    private static String plain(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> ItemPage.plain(count.getKey(), ItemPage.MAX_STATE) + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
