package io.ambit.server.rest;

import io.ambit.core.tool.Rating;
import io.ambit.core.tooluse.ToolUse;
import io.ambit.core.tooluse.usage.UsageJson;
import io.ambit.core.tooluse.usage.UsageProgress;
import io.ambit.core.tooluse.usage.UsageRequest;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Set;

/** What calls cost, and how people found what was done. */
final class UsageRoutes {
    private final ToolSpaces spaces;
    private final InstantSource clock;

    UsageRoutes(ToolSpaces spaces, InstantSource clock) {
        this.spaces = spaces;
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        routes.get("/rest/tools/usage", this::usage);
        routes.post("/rest/tools/ratings", this::rate);
    }

    private void usage(Context context) {
        RestCall call = new RestCall(context, Set.of("timeRange", "epicId"));
        UsageRequest request =
                new UsageRequest(call.fields().text("timeRange"), call.fields().text("epicId"));
        ToolUse tools = spaces.of(call);
        call.answer(200, UsageJson.tree(tools.usage().analyze(request, UsageProgress.SILENT)));
    }

    /** Whoever holds the token speaks for the user. */
    private void rate(Context context) {
        RestCall call = new RestCall(context, Set.of("id", "stars"));
        String id = call.fields().required("id");
        int stars = Math.clamp(call.fields().number("stars", 0), 0, Rating.MOST + 1);
        Rating rating = spaces.of(call).usage().rate(id, stars, "user", clock.instant());
        call.answer(200, UsageJson.rating(rating));
    }
}
