package io.ambit.mcp.resource;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.spi.BacklogStore;
import io.ambit.core.spi.BacklogStore.Target;
import io.ambit.mcp.feature.ResourceSource;
import io.ambit.mcp.session.Call;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of the backlog. Which of them may be read is the store's to say: nothing outside of its allowed roots. */
public final class BacklogFiles implements ResourceSource {
    static final String TEMPLATE = ItemId.RESOURCE + "{+path}";
    private static final int MAX_TITLE = 120;

    @Override
    public List<Resource> list(@Nullable String after, int limit, Call call) {
        String last = after == null ? "" : path(after);
        return call.project().backlog().items().stream()
                .filter(item -> item.path().compareTo(last) > 0)
                .limit(limit)
                .map(BacklogFiles::resource)
                .toList();
    }

    private static Resource resource(Item item) {
        String title = item.title().length() > MAX_TITLE ? item.title().substring(0, MAX_TITLE) + "..." : item.title();
        String status = item.status().isEmpty() ? "" : ", " + item.status();
        return Resource.builder(uri(item.path()), item.id().value())
                .title(title)
                .description(item.type() + status)
                .mimeType(ActiveContextSource.MARKDOWN)
                .build();
    }

    /** The path that a URI of the list stands for. */
    private static String path(String uri) {
        try {
            String path = URI.create(uri).getPath();
            if (uri.startsWith(ItemId.RESOURCE) && path != null) {
                return path.substring(1);
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new InvalidInputException("cursor: expected nextCursor of an earlier answer");
    }

    static String uri(String path) {
        try {
            return new URI("mcp", "backlog", "/" + path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("path of an item: " + path, e);
        }
    }

    @Override
    public List<ResourceTemplate> templates() {
        return List.of(ResourceTemplate.builder(TEMPLATE, "backlog-file")
                .title("File of the backlog")
                .description("A task, epic, artifact or other file of the backlog by its path below the backlog's "
                        + "folder, or by an item's id")
                .mimeType(ActiveContextSource.MARKDOWN)
                .build());
    }

    @Override
    public Optional<List<ResourceContents>> read(String uri, Call call) {
        if (!uri.startsWith(ItemId.RESOURCE)) {
            return Optional.empty();
        }
        BacklogStore store = call.project().backlog().store();
        List<Item> items = store.snapshot().items();
        if (items.isEmpty()) {
            return Optional.empty();
        }
        return switch (store.resolve(items.getFirst(), uri)) {
            case Target.OfItem found ->
                items.stream()
                        .filter(item -> item.id().equals(found.id()))
                        .findFirst()
                        .map(item -> opened(uri, item, call));
            case Target.OfFile file -> Optional.of(contents(uri, file.text()));
            case Target.OfUrl url -> Optional.empty();
            case Target.None none -> Optional.empty();
        };
    }

    private static List<ResourceContents> opened(String uri, Item item, Call call) {
        if (call.isAsked()) {
            call.project().openedAfterAssemble(call.session(), item.id().value());
        }
        return contents(uri, ItemMarkdown.of(item));
    }

    private static List<ResourceContents> contents(String uri, String text) {
        return List.of(new TextResourceContents(uri, ActiveContextSource.MARKDOWN, text, null));
    }

    @Override
    public List<String> complete(String template, String variable, String typed, Call call) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return call.project().backlog().items().stream()
                .map(Item::path)
                .filter(path -> path.toLowerCase(Locale.ROOT).startsWith(wanted))
                .toList();
    }
}
