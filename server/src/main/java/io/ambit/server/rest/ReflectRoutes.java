package io.ambit.server.rest;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tooluse.failure.FailureReport;
import io.ambit.core.tooluse.failure.ReflectionJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;

/** What a failed call failed of. */
final class ReflectRoutes {
    private final ToolSpaces spaces;

    ReflectRoutes(ToolSpaces spaces) {
        this.spaces = spaces;
    }

    void register(RoutesConfig routes) {
        routes.post("/rest/tools/reflect", this::reflect);
    }

    private void reflect(Context context) {
        RestCall call = new RestCall(context, Set.of("tool", "params", "error", "context"));
        Json params = call.fields().object().get("params");
        Map<String, Object> arguments;
        if (params == null) {
            arguments = Map.of();
        } else if (params instanceof Json.Obj object) {
            arguments = JsonTree.members(object);
        } else {
            throw new InvalidInputException("'params' is no JSON object");
        }
        FailureReport report = new FailureReport(
                new Invocation(call.fields().required("tool"), arguments),
                call.fields().required("error"),
                call.fields().text("context"));
        call.answer(200, ReflectionJson.tree(spaces.of(call).reflect(report)));
    }
}
