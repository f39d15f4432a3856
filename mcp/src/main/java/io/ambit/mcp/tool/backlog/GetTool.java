package io.ambit.mcp.tool.backlog;

import io.ambit.core.backlog.Backlog;
import io.ambit.core.backlog.Hydrated;
import io.ambit.core.backlog.HydratedJson;
import io.ambit.core.backlog.Hydration;
import io.ambit.core.spi.TokenCounter;
import io.ambit.mcp.tool.DeclaredTool;
import io.ambit.mcp.tool.ToolCall;
import io.ambit.mcp.tool.ToolResult;
import io.ambit.mcp.tool.schema.Arguments;
import io.ambit.mcp.tool.schema.Forms;
import io.ambit.mcp.tool.schema.Parameter;
import io.ambit.mcp.tool.schema.Parameters;
import io.ambit.mcp.tool.schema.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code backlog_get}: items in full, with what they refer to where that is wanted. */
public final class GetTool extends DeclaredTool {
    private static final int LEAST_TOKENS = 300;
    private static final int MAX_TOKENS_LIMIT = 50_000;
    private static final int SPARE = 10;

    private static final Map<String, Object> PIECE = Schema.object()
            .with("id", Schema.text())
            .with("role", Schema.text())
            .with("text", Schema.text())
            .with("cut", Schema.flag())
            .tree();

    private static final Parameter<List<String>> ID =
            Parameter.optional("id", Forms.oneOrMore(), "").such(ItemParameters.ID_EXAMPLE);
    private static final Parameter<List<String>> IDS =
            Parameter.optional("ids", Forms.words(), "For several").such("[\"TASK-0024\",\"ADR 0116\"]");
    private static final Parameter<Boolean> HYDRATE = Parameter.optional(
                    "hydrate", Forms.flag(), "Bring what it refers to and its epic's context")
            .or(false);
    private static final Parameter<Integer> DEPTH = Parameter.optional(
            "depth", Forms.whole(1, Hydration.MAX_DEPTH), "Steps that references are followed, for hydrate; 1");
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
                        .with("pieces", Schema.list(PIECE))
                        .maybe("left_out", Schema.list(Schema.any()))
                        .maybe("unknown", Schema.list(Schema.text()))));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        Set<String> ids = new LinkedHashSet<>(arguments.find(ID).orElse(List.of()));
        ids.addAll(arguments.find(IDS).orElse(List.of()));
        if (ids.isEmpty()) {
            throw arguments.wrong("`id` is missing, expected a string or list of strings such as \"TASK-0024\"");
        }
        Backlog backlog = call.project().backlog();
        if (ids.stream().allMatch(id -> backlog.find(id).isEmpty())) {
            backlog.get(ids.iterator().next());
        }
        boolean hydrates = arguments.get(HYDRATE) || arguments.has(DEPTH);
        int depth = hydrates ? arguments.find(DEPTH).orElse(Hydration.DEFAULT_DEPTH) : 0;
        ToolResult result = fitted(List.copyOf(ids), depth, arguments.get(MAX_TOKENS), call);
        for (String id : ids) {
            backlog.find(id).ifPresent(item -> {
                backlog.opened(item.id());
                call.project().openedAfterAssemble(call.session(), item.id().value());
            });
        }
        return result;
    }

    /** Frames and quotation take more or less, by how short the lines are: what fits with them is looked for. */
    private ToolResult fitted(List<String> ids, int depth, int maxTokens, ToolCall call) {
        TokenCounter tokens = call.project().memory().tokens();
        int budget = maxTokens;
        @Nullable ToolResult last = null;
        while (true) {
            Hydrated hydrated = call.project().backlog().hydrate(ids, new Hydration(depth, budget, tokens));
            if (last != null && hydrated.pieces().isEmpty()) {
                return last;
            }
            Map<String, Object> tree = HydratedJson.tree(hydrated);
            tree.putIfAbsent("pieces", List.of());
            last = new ToolResult(tree, HydratedText.of(hydrated));
            int size = tokens.count(last.text());
            if (size <= maxTokens || budget <= SPARE) {
                return last;
            }
            budget = Math.max(1, (int) ((long) budget * maxTokens / size) - SPARE);
        }
    }
}
