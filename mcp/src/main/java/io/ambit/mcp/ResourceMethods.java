package io.ambit.mcp;

import io.ambit.mcp.feature.ResourceSource;
import io.ambit.mcp.session.Call;
import io.ambit.mcp.session.Params;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ListResourceTemplatesResult;
import io.modelcontextprotocol.spec.McpSchema.ListResourcesResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code resources/list}, {@code templates/list}, {@code read}, {@code subscribe} and {@code unsubscribe}. */
final class ResourceMethods {
    private final List<ResourceSource> sources;
    private final ResourceWatch watch;

    ResourceMethods(List<ResourceSource> sources, ResourceWatch watch) {
        this.sources = sources;
        this.watch = watch;
    }

    /** One source after the other; the cursor is the source's number and the last URI of it. */
    Object list(Call call, Params params) {
        int source = 0;
        String after = null;
        String cursor = params.optional("cursor");
        if (cursor != null) {
            String last = Pages.decode(cursor);
            int blank = last.indexOf(' ');
            source = number(last, blank, cursor);
            after = last.substring(blank + 1);
        }
        List<Resource> page = new ArrayList<>();
        while (source < sources.size() && page.size() < Pages.SIZE) {
            List<Resource> part = sources.get(source).list(after, Pages.SIZE - page.size(), call);
            page.addAll(part);
            if (page.size() < Pages.SIZE) {
                source++;
                after = null;
            } else {
                after = page.getLast().uri();
            }
        }
        String next = source < sources.size() && after != null ? Pages.encode(source + " " + after) : null;
        return new ListResourcesResult(page, next, null);
    }

    private int number(String last, int blank, String cursor) {
        try {
            int number = Integer.parseInt(last.substring(0, Math.max(blank, 0)));
            if (number >= 0 && number < sources.size()) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like any other cursor that was not given out
        }
        throw Pages.unknown(cursor);
    }

    Object templates(Call call, Params params) {
        List<ResourceTemplate> all =
                sources.stream().flatMap(source -> source.templates().stream()).toList();
        Pages.Page<ResourceTemplate> page = Pages.of(all, ResourceTemplate::uriTemplate, params.optional("cursor"));
        return new ListResourceTemplatesResult(page.entries(), page.next(), null);
    }

    Object read(Call call, Params params) {
        String uri = params.text("uri");
        return new ReadResourceResult(find(uri, call).orElseThrow(() -> notFound(uri)), null);
    }

    Object subscribe(Call call, Params params) {
        String uri = params.text("uri");
        List<ResourceContents> now = find(uri, call).orElseThrow(() -> notFound(uri));
        watch.add(call, uri, now);
        return Map.of();
    }

    Object unsubscribe(Call call, Params params) {
        watch.remove(call.caller(), params.text("uri"));
        return Map.of();
    }

    List<String> complete(String template, String variable, String typed, Call call) {
        for (ResourceSource source : sources) {
            if (source.templates().stream().anyMatch(each -> each.uriTemplate().equals(template))) {
                return source.complete(template, variable, typed, call);
            }
        }
        throw notFound(template);
    }

    private Optional<List<ResourceContents>> find(String uri, Call call) {
        return find(sources, uri, call);
    }

    static Optional<List<ResourceContents>> find(List<ResourceSource> sources, String uri, Call call) {
        for (ResourceSource source : sources) {
            Optional<List<ResourceContents>> found = source.read(uri, call);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static McpError notFound(@Nullable String uri) {
        return McpError.RESOURCE_NOT_FOUND.apply(uri);
    }
}
