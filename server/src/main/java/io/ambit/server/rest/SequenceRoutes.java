package io.ambit.server.rest;

import io.ambit.core.text.JsonTree;
import io.ambit.core.tooluse.habit.HabitJson;
import io.ambit.core.tooluse.sequence.OptimizeRequest;
import io.ambit.core.tooluse.sequence.PlanForm;
import io.ambit.core.tooluse.sequence.PlanJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;

/** Plans of calls made cheaper, and calls that recorded sessions need not have made. */
final class SequenceRoutes {
    private final ToolSpaces spaces;

    SequenceRoutes(ToolSpaces spaces) {
        this.spaces = spaces;
    }

    void register(RoutesConfig routes) {
        routes.post("/rest/tools/optimize", this::optimize);
        routes.get("/rest/tools/habits", this::habits);
    }

    private void optimize(Context context) {
        RestCall call = new RestCall(context, Set.of("goal", "planned_calls"));
        call.answer(
                200,
                PlanJson.tree(spaces.of(call)
                        .optimize(new OptimizeRequest(
                                call.fields().required("goal"),
                                PlanForm.read(JsonTree.of(call.fields().object()))))));
    }

    private void habits(Context context) {
        RestCall call = new RestCall(context, Set.of("session"));
        call.answer(
                200,
                Map.of(
                        "habits",
                        spaces.of(call).habits(call.fields().text("session")).stream()
                                .map(HabitJson::tree)
                                .toList()));
    }
}
