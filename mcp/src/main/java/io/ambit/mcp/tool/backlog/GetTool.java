package io.ambit.mcp.tool.backlog;

import io.ambit.core.backlog.Backlog;
import io.ambit.core.backlog.hydrate.Hydrated;
import io.ambit.core.backlog.hydrate.Hydration;
import io.ambit.core.backlog.hydrate.ItemPage;
import io.ambit.core.item.Item;
import io.ambit.core.text.JsonTree;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code backlog_get}: items in full, with what they refer to where that is wanted. */
public final class GetTool extends DeclaredTool {
    private static final int LEAST_TOKENS = 200;
    private static final int MAX_TOKENS_LIMIT = 50_000;
    private static final int MAX_NAME = 200;

    private static final Parameter<List<String>> ID =
            Parameter.optional("id", Forms.oneOrMore(), "").such(ItemParameters.ID_EXAMPLE);
    private static final Parameter<List<String>> IDS =
            Parameter.optional("ids", Forms.words(), "For several").such("[\"TASK-0024\",\"ADR 0116\"]");
    private static final Parameter<Boolean> HYDRATE = Parameter.optional(
                    "hydrate", Forms.flag(), "Bring what it refers to and its epic's context")
            .or(false);
    private static final Parameter<Integer> DEPTH = Parameter.optional(
            "depth", Forms.whole(1, Hydration.MAX_DEPTH), "How far references are followed, for hydrate; 1");
    private static final Parameter<Integer> MAX_TOKENS = Parameter.optional(
                    "max_tokens", Forms.whole(LEAST_TOKENS, MAX_TOKENS_LIMIT), "")
            .or(USUAL_TOKENS);

    public GetTool() {
        super(new Declaration(
                "backlog_get",
                "Get backlog items",
                "Reads items in full by id. Titles and states alone: backlog_list. To start work on a task, rather:"
                        + " backlog_assemble_context. Example: {\"id\":\"TASK-0024\"}",
                new Hints(true, false, true),
                Parameters.of(ID, IDS, HYDRATE, DEPTH, MAX_TOKENS),
                Schema.object()
                        .with("items", Schema.list(ItemAnswer.LINE))
                        .maybe("hydrated", Schema.list(Schema.any()))
                        .maybe("leftOut", Schema.list(Schema.any()))
                        .maybe("missing", Schema.list(Schema.text()))));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        Set<String> written = new LinkedHashSet<>(arguments.find(ID).orElse(List.of()));
        written.addAll(arguments.find(IDS).orElse(List.of()));
        if (written.isEmpty()) {
            throw arguments.wrong("`id` is missing, expected a string or list of strings such as \"TASK-0024\"");
        }
        Backlog backlog = call.project().backlog();
        Map<String, Item> items = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String id : written) {
            backlog.find(id)
                    .ifPresentOrElse(
                            item -> items.put(item.id().key(), item), () -> missing.add(ItemPage.plain(id, MAX_NAME)));
        }
        if (items.isEmpty()) {
            backlog.get(written.iterator().next());
        }
        for (Item item : items.values()) {
            backlog.opened(item.id());
            call.project().openedAfterAssemble(call.session(), item.id().value());
        }
        boolean hydrates = arguments.get(HYDRATE) || arguments.has(DEPTH);
        Hydrated hydrated = Hydration.of(
                List.copyOf(items.values()),
                hydrates ? arguments.find(DEPTH).orElse(1) : 0,
                arguments.get(MAX_TOKENS),
                backlog,
                call.project().memory().tokens());
        return new ToolResult(tree(hydrated, missing), text(hydrated, missing));
    }

    private static Map<String, Object> tree(Hydrated hydrated, List<String> missing) {
        List<Map<String, Object>> items = new ArrayList<>();
        List<Map<String, Object>> along = new ArrayList<>();
        for (Hydrated.Piece piece : hydrated.pieces()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            Item item = piece.item();
            if (item != null) {
                tree.putAll(ItemAnswer.line(item));
            } else {
                tree.put("id", piece.id());
            }
            tree.put("text", piece.text());
            if (piece.cut()) {
                tree.put("cut", true);
            }
            tree.putAll(JsonTree.object("from", piece.from(), "note", piece.note()));
            if (piece.role() == Hydrated.Role.ITEM) {
                items.add(tree);
            } else {
                tree.put("role", label(piece.role()));
                along.add(tree);
            }
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("items", items);
        tree.putAll(JsonTree.object(
                "hydrated", along, "leftOut", leftOut(hydrated), "missing", missing));
        return tree;
    }

    private static List<Map<String, Object>> leftOut(Hydrated hydrated) {
        return hydrated.leftOut().stream()
                .map(left -> JsonTree.object("id", left.id(), "role", label(left.role()), "tokens", left.tokens()))
                .toList();
    }

    private static String text(Hydrated hydrated, List<String> missing) {
        StringBuilder text = new StringBuilder();
        for (Hydrated.Piece piece : hydrated.pieces()) {
            Item item = piece.item();
            String name = item == null ? ItemPage.plain(piece.id(), MAX_NAME) : ItemPage.name(item);
            String role = piece.role() == Hydrated.Role.ITEM
                    ? ""
                    : label(piece.role()).replace('_', ' ') + " of " + ItemPage.plain(piece.from(), MAX_NAME) + ": ";
            if (piece.note().isEmpty()) {
                text.append(ItemPage.quoted(role + name, piece.text()));
            } else {
                text.append('[').append(role).append(name).append(": ");
                text.append(ItemPage.plain(piece.note(), MAX_NAME)).append("]\n");
            }
            if (piece.cut()) {
                text.append("This is not all of ").append(ItemPage.plain(piece.id(), MAX_NAME));
                text.append(": ask for it alone, with more max_tokens.\n");
            }
        }
        hydrated.leftOut()
                .forEach(left -> text.append("Left out for the budget: ")
                        .append(ItemPage.plain(left.id(), MAX_NAME))
                        .append(", ")
                        .append(left.tokens())
                        .append(" tokens\n"));
        if (!missing.isEmpty()) {
            text.append("Not in this backlog: ").append(String.join(", ", missing)).append('\n');
        }
        return text.toString();
    }

    private static String label(Hydrated.Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
