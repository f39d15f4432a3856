package io.ambit.server.rest;

import io.ambit.core.record.JsonFields;
import io.ambit.core.tooluse.suggest.SuggestRequest;
import io.ambit.core.tooluse.suggest.SuggestionJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;

/** Which tool serves a request. */
final class SuggestRoutes {
    private static final Set<String> PARAMETERS = Set.of("query", "context", "k", "tools", "server");

    private final ToolSpaces spaces;

    SuggestRoutes(ToolSpaces spaces) {
        this.spaces = spaces;
    }

    void register(RoutesConfig routes) {
        routes.post("/rest/tools/suggest", this::suggest);
    }

    private void suggest(Context context) {
        RestCall call = new RestCall(context, PARAMETERS);
        JsonFields fields = call.fields();
        SuggestRequest request = new SuggestRequest(
                fields.required("query"),
                fields.text("context"),
                (int) Math.max(0, Math.min(Integer.MAX_VALUE, fields.number("k", SuggestRequest.USUAL_K))),
                call.words("tools"),
                fields.text("server"));
        call.answer(200, SuggestionJson.tree(spaces.of(call).suggest(request)));
    }
}
