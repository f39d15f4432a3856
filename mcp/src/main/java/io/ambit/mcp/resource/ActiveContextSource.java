package io.ambit.mcp.resource;

import io.ambit.mcp.feature.ResourceSource;
import io.ambit.mcp.session.Call;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the project stands at, as one short text. */
public final class ActiveContextSource implements ResourceSource {
    public static final String URI = "resource://backlog/active-context";
    static final String MARKDOWN = "text/markdown";

    @Override
    public List<Resource> list(@Nullable String after, int limit, Call call) {
        return after != null
                ? List.of()
                : List.of(Resource.builder(URI, "active-context")
                        .title("Active context")
                        .description(
                                "What is in progress, what blocks it, the latest decisions and the next steps, in at "
                                        + "most 3 KB. Subscribe to it to be told when that changes.")
                        .mimeType(MARKDOWN)
                        .build());
    }

    @Override
    public List<ResourceTemplate> templates() {
        return List.of();
    }

    @Override
    public Optional<List<ResourceContents>> read(String uri, Call call) {
        return uri.equals(URI)
                ? Optional.of(List.of(new TextResourceContents(
                        URI, MARKDOWN, call.project().active().text(), null)))
                : Optional.empty();
    }

    @Override
    public List<String> complete(String template, String variable, String typed, Call call) {
        return List.of();
    }
}
