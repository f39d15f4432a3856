package io.ambit.server.rest;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tooluse.check.CheckRequest;
import io.ambit.core.tooluse.check.CheckedJson;
import io.ambit.mcp.tool.set.ToolSet;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;

/** Whether a call is right before it is made. */
final class ValidateRoutes {
    private final ToolSpaces spaces;

    ValidateRoutes(ToolSpaces spaces) {
        this.spaces = spaces;
    }

    void register(RoutesConfig routes) {
        routes.post("/rest/tools/validate", this::validate);
    }

    private void validate(Context context) {
        RestCall call = new RestCall(context, Set.of("tool_name", "params"));
        Json params = call.fields().object().get("params");
        if (params != null && !(params instanceof Json.Obj)) {
            throw new InvalidInputException("'params', expected a JSON object");
        }
        Map<String, Object> arguments = params instanceof Json.Obj object ? JsonTree.members(object) : Map.of();
        Invocation asked = new Invocation(call.fields().required("tool_name"), arguments);
        call.answer(
                200,
                CheckedJson.tree(spaces.of(call)
                        .check(new CheckRequest(asked, ToolSet.all().definitions()))));
    }
}
