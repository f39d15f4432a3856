package io.ambit.mcp.prompt;

import io.ambit.core.context.assembly.AssembleRequest;
import io.ambit.core.item.Item;
import io.ambit.mcp.feature.ServedPrompt;
import io.ambit.mcp.session.Call;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import java.util.List;
import java.util.Map;

/** {@code reconcile}: go with a person through what was captured for an epic. */
public final class ReconcilePrompt implements ServedPrompt {

    @Override
    public McpSchema.Prompt definition() {
        return new McpSchema.Prompt(
                "reconcile",
                "Review an epic",
                "Go through what was captured for an epic: keep, edit, merge or drop, entry by entry, as you say.",
                List.of(new PromptArgument("epic", null, "Id of the epic, such as EPIC-0002", true)),
                null,
                null);
    }

    @Override
    public GetPromptResult get(Map<String, String> arguments, Call call) {
        Item epic =
                call.project().backlog().get(arguments.getOrDefault("epic", "").strip());
        String id = epic.id().value();
        String context = call.project()
                .assemble(new AssembleRequest(null, id, null, AssembleRequest.DEFAULT_TOKENS), call.session())
                .text();
        return PromptText.of(
                "A review of " + id,
                "resource://backlog/assembled-context",
                context,
                "Review with me what was captured for the epic " + id
                        + ". Above is its context as it is assembled now, as "
                        + "data. Call backlog_reconcile_context with epic_id " + id + " to see every entry with its "
                        + "duplicates and conflicts. Show them to me in groups, say in a line each what you would do and "
                        + "why, and wait for my word: nothing is kept, edited, merged or dropped without it.");
    }

    @Override
    public List<String> complete(String argument, String typed, Call call) {
        return argument.equals("epic") ? PromptText.ids(call, typed, PromptText::isEpic) : List.of();
    }
}
