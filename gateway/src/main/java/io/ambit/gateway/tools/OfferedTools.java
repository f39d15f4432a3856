package io.ambit.gateway.tools;

import io.ambit.core.message.Span;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tool.ToolEffect;
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
 * @param effects of those whose definition says more of it than their name
 */
record OfferedTools(Hash hash, List<ToolDefinition> tools, Map<String, ToolEffect> effects) {
    static final OfferedTools NONE = new OfferedTools(Hash.of(""), List.of(), Map.of());

    OfferedTools {
        tools = List.copyOf(tools);
        effects = Map.copyOf(effects);
    }

    /** Of the bytes of a request's definitions; none where they cannot be read. */
    static OfferedTools read(Hash hash, byte[] json) {
        try {
            Json value = Json.parse(json);
            Map<String, ToolEffect> effects = new HashMap<>();
            value.items().forEach(tool -> note(tool, effects));
            return new OfferedTools(hash, ToolForms.of(value), effects);
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
    private static void note(Json tool, Map<String, ToolEffect> effects) {
        Json holder = tool.get("function") instanceof Json.Obj function ? function : tool;
        String name = holder.text("name");
        Json annotations = holder.get("annotations") == null ? tool.get("annotations") : holder.get("annotations");
        if (name == null || annotations == null || !(annotations.get("readOnlyHint") instanceof Json.Bool reads)) {
            return;
        }
        effects.put(name, reads.value() && !ToolEffect.saysWrites(name) ? ToolEffect.READS : ToolEffect.WRITES);
    }

    boolean has(String tool) {
        return tools.stream().anyMatch(each -> each.name().equals(tool));
    }

    /** What calls of a tool do; in doubt they write. */
    ToolEffect effect(String tool) {
        return effects.getOrDefault(tool, ToolEffect.of(tool));
    }
}
