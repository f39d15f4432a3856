package io.ambit.gateway.route;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.wire.WireFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request may make the server act beyond writing an answer: run tools of its own, keep what it answered, go on
 * in the background. Such a one is not sent twice where the first may have arrived. What is not known to be harmless
 * counts as an act.
 */
final class ServerEffects {
    /** Types of tools that the client runs itself. */
    private static final Set<String> CLIENT_TOOLS = Set.of("function", "custom", "namespace", "local_shell");

    private ServerEffects() {}

    static boolean arePossible(WireFormat format, byte[] body) {
        try {
            Json root = Json.parse(body);
            return switch (format) {
                case OPENAI_CHAT -> isTrue(root.get("store")) || root.get("web_search_options") != null || tools(root);
                // Without the field, answers are stored.
                case OPENAI_RESPONSES ->
                    !isFalse(root.get("store"))
                            || isTrue(root.get("background"))
                            || isSaid(root.get("conversation"))
                            || tools(root);
                case ANTHROPIC -> isSaid(root.get("mcp_servers")) || isSaid(root.get("container")) || tools(root);
                case OLLAMA_CHAT, OLLAMA_GENERATE -> false;
            };
        } catch (JsonSyntaxException e) {
            return true;
        }
    }

    private static boolean tools(Json root) {
        Json tools = root.get("tools");
        return tools != null && tools.items().stream().anyMatch(ServerEffects::isServers);
    }

    /** A tool without a type is a function in the formats that have such. */
    private static boolean isServers(Json tool) {
        String type = tool.text("type");
        return type != null && !CLIENT_TOOLS.contains(type);
    }

    private static boolean isTrue(@Nullable Json value) {
        return value instanceof Json.Bool bool && bool.value();
    }

    private static boolean isFalse(@Nullable Json value) {
        return value instanceof Json.Bool bool && !bool.value();
    }

    private static boolean isSaid(@Nullable Json value) {
        return value != null && !(value instanceof Json.Null);
    }
}
