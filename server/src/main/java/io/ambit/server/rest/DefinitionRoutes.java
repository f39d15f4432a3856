package io.ambit.server.rest;

import io.ambit.core.text.JsonTree;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tools that agents were offered. */
final class DefinitionRoutes {
    private final ToolSpaces spaces;

    DefinitionRoutes(ToolSpaces spaces) {
        this.spaces = spaces;
    }

    void register(RoutesConfig routes) {
        routes.get("/rest/tools", this::list);
    }

    private void list(Context context) {
        RestCall call = new RestCall(context, Set.of());
        List<Map<String, Object>> tools = spaces.of(call).tools().stream()
                .map(tool -> JsonTree.object(
                        "name",
                        tool.name(),
                        "server",
                        tool.server(),
                        "description",
                        tool.description(),
                        "inputSchema",
                        tool.inputSchema()))
                .toList();
        call.answer(200, Map.of("tools", tools));
    }
}
