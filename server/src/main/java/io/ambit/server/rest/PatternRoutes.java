package io.ambit.server.rest;

import io.ambit.core.tool.PatternState;
import io.ambit.core.tool.ToolPattern;
import io.ambit.core.tool.ToolPatternJson;
import io.ambit.core.tooluse.pattern.PatternBook;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /rest/learning/patterns}: patterns of failed calls, and what a person decides on them. */
final class PatternRoutes {
    private final ToolSpaces spaces;
    private final InstantSource clock;

    PatternRoutes(ToolSpaces spaces, InstantSource clock) {
        this.spaces = spaces;
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        routes.get("/rest/learning/patterns", this::list);
        routes.post("/rest/learning/patterns/{id}/approve", context -> decide(context, PatternState.APPROVED));
        routes.post("/rest/learning/patterns/{id}/reject", context -> decide(context, PatternState.REJECTED));
    }

    private void list(Context context) {
        RestCall call = new RestCall(context, Set.of("state"));
        String state = call.fields().text("state");
        PatternBook patterns = spaces.of(call).patterns();
        patterns.learnIfNew(clock.instant());
        List<Map<String, Object>> shown = patterns.all().stream()
                .filter(pattern -> state.isEmpty() || pattern.state().label().equals(state))
                .map(ToolPatternJson::tree)
                .toList();
        call.answer(200, Map.of("patterns", shown));
    }

    private void decide(Context context, PatternState state) {
        RestCall call = new RestCall(context, Set.of());
        String id = call.path("id");
        PatternBook patterns = spaces.of(call).patterns();
        if (patterns.all().stream().map(ToolPattern::id).noneMatch(id::equals)) {
            call.notFound("pattern " + id);
        } else {
            call.answer(200, ToolPatternJson.tree(patterns.decide(id, state, clock.instant())));
        }
    }
}
