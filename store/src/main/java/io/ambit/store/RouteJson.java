package io.ambit.store;

import io.ambit.core.session.Route;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Utf8;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Route} as the text of a column. */
final class RouteJson {
    private RouteJson() {}

    static String write(Route route) {
        return route.equals(Route.NONE)
                ? ""
                : JsonTree.write(JsonTree.object(
                        "upstream",
                        route.upstream(),
                        "model",
                        route.model(),
                        "reason",
                        route.reason(),
                        "propensity",
                        route.propensity(),
                        "notes",
                        route.notes(),
                        "failure",
                        route.failure()));
    }

    /** What cannot be read says nothing. */
    static Route read(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Route.NONE;
        }
        try {
            Json root = Json.parse(Utf8.encode(text));
            List<String> notes = new ArrayList<>();
            Json list = root.get("notes");
            for (Json note : list == null ? List.<Json>of() : list.items()) {
                notes.add(said(note.asText()));
            }
            double propensity = root.get("propensity") instanceof Json.Num number ? number.asDouble(1) : 1;
            return new Route(
                    said(root.text("upstream")),
                    said(root.text("model")),
                    said(root.text("reason")),
                    propensity > 0 && propensity <= 1 ? propensity : 1,
                    notes,
                    said(root.text("failure")));
        } catch (JsonSyntaxException e) {
            return Route.NONE;
        }
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
