package io.ambit.gateway.tools;

import io.ambit.core.message.Span;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.habit.ToolTraits;
import io.ambit.wire.WireRequest;
import io.ambit.wire.tools.ToolForms;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tools of one request.
 *
 * @param hash of their definitions as they came
 * @param writes of those whose definition says more of it than their name, whether they change anything
 */
record OfferedTools(Hash hash, List<ToolDefinition> tools, Map<String, Boolean> writes) {
    static final OfferedTools NONE = new OfferedTools(Hash.of(""), List.of(), Map.of());

    OfferedTools {
        tools = List.copyOf(tools);
        writes = Map.copyOf(writes);
    }

    /** Of the bytes of a request's definitions; none where they cannot be read. */
    static OfferedTools read(Hash hash, byte[] json) {
        try {
            Json value = Json.parse(json);
            Map<String, Boolean> writes = new HashMap<>();
            value.items().forEach(tool -> note(tool, writes));
            return new OfferedTools(hash, ToolForms.of(value), writes);
        } catch (JsonSyntaxException e) {
            return new OfferedTools(hash, List.of(), Map.of());
        }
    }

    /** The bytes of a request's definitions; none where it has no tool. */
    static byte[] bytes(WireRequest request) {
        Span span = request.tools();
        return request.carriesTools() ? Arrays.copyOfRange(request.body(), span.start(), span.end()) : new byte[0];
    }

    /** MCP's annotations, where a client passes them on. Their word that a tool reads is no proof against its name. */
    private static void note(Json tool, Map<String, Boolean> writes) {
        Json holder = tool.get("function") instanceof Json.Obj function ? function : tool;
        String name = holder.text("name");
        Json annotations = holder.get("annotations") == null ? tool.get("annotations") : holder.get("annotations");
        if (name == null || annotations == null || !(annotations.get("readOnlyHint") instanceof Json.Bool reads)) {
            return;
        }
        writes.put(name, !reads.value() || ToolTraits.saysWriting(name));
    }

    boolean has(String tool) {
        return tools.stream().anyMatch(each -> each.name().equals(tool));
    }

    /** Whether calls of a tool change anything; in doubt they do. */
    boolean writes(String tool) {
        return writes.getOrDefault(tool, ToolTraits.named(tool).changes());
    }
}
