package io.ambit.mcp.prompt;

import io.ambit.core.item.Item;
import io.ambit.core.item.ItemType;
import io.ambit.mcp.session.Call;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.EmbeddedResource;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What prompts have in common: a context as an embedded resource, then what is to be done with it. */
final class PromptText {
    private PromptText() {}

    static GetPromptResult of(String description, String uri, String context, String task) {
        Content embedded =
                new EmbeddedResource(null, new TextResourceContents(uri, "text/markdown", context, null), null);
        return new GetPromptResult(
                description,
                List.of(
                        new PromptMessage(Role.USER, embedded),
                        new PromptMessage(Role.USER, new TextContent(null, task, null))),
                null);
    }

    /** Ids of items that begin like what was typed. */
    static List<String> ids(Call call, String typed, Predicate<Item> wanted) {
        String start = typed.toLowerCase(Locale.ROOT);
        return call.project().backlog().items().stream()
                .filter(wanted)
                .map(item -> item.id().value())
                .filter(id -> id.toLowerCase(Locale.ROOT).startsWith(start))
                .sorted()
                .toList();
    }

    static boolean isEpic(Item item) {
        return item.type().equals(ItemType.EPIC);
    }

    static boolean isOpen(Item item) {
        return item.workStatus().map(status -> status.isOpen()).orElse(false);
    }
}
