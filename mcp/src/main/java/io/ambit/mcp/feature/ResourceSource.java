package io.ambit.mcp.feature;

import io.ambit.mcp.session.Call;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resources of one kind. */
public interface ResourceSource {

    /**
     * A part of the list.
     *
     * @param after the URI of the last one that was listed; null for the start
     * @param limit most to return
     */
    List<Resource> list(@Nullable String after, int limit, Call call);

    List<ResourceTemplate> templates();

    /** What a URI stands for; empty where it is none of this source's, or there is nothing. */
    Optional<List<ResourceContents>> read(String uri, Call call);

    /**
     * Values for a variable of a template that begin like what was typed, best first.
     *
     * @param template one of {@link #templates}
     */
    List<String> complete(String template, String variable, String typed, Call call);
}
