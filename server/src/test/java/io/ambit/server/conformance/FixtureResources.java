package io.ambit.server.conformance;

import io.ambit.mcp.feature.ResourceSource;
import io.ambit.mcp.session.Call;
import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The resources of the suite. */
final class FixtureResources implements ResourceSource {
    private static final Pattern DATA = Pattern.compile("test://template/([A-Za-z0-9]+)/data");
    private static final String TEXT = "text/plain";

    @Override
    public List<Resource> list(@Nullable String after, int limit, Call call) {
        return after != null
                ? List.of()
                : List.of(
                        resource("test://static-text", TEXT),
                        resource("test://static-binary", "image/png"),
                        resource("test://watched-resource", TEXT));
    }

    private static Resource resource(String uri, String mimeType) {
        return Resource.builder(uri, uri.substring("test://".length()))
                .description("Fixture of the conformance suite")
                .mimeType(mimeType)
                .build();
    }

    @Override
    public List<ResourceTemplate> templates() {
        return List.of(ResourceTemplate.builder("test://template/{id}/data", "template")
                .description("Fixture of the conformance suite")
                .mimeType("application/json")
                .build());
    }

    @Override
    public Optional<List<ResourceContents>> read(String uri, Call call) {
        Matcher data = DATA.matcher(uri);
        ResourceContents contents = switch (uri) {
            case "test://static-text" ->
                new TextResourceContents(uri, TEXT, "This is the content of the static text resource.", null);
            case "test://static-binary" -> new BlobResourceContents(uri, "image/png", FixtureTools.PNG, null);
            case "test://watched-resource" -> new TextResourceContents(uri, TEXT, "Watched.", null);
            default ->
                data.matches() ? new TextResourceContents(uri, "application/json", data(data.group(1)), null) : null;
        };
        return Optional.ofNullable(contents).map(List::of);
    }

    private static String data(String id) {
        return "{\"id\":\"" + id + "\",\"templateTest\":true,\"data\":\"Data for ID: " + id + "\"}";
    }

    @Override
    public List<String> complete(String template, String variable, String typed, Call call) {
        return List.of();
    }
}
