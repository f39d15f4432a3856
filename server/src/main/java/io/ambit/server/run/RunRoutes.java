package io.ambit.server.run;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.JsonTree;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.server.rest.Answers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code POST /rest/runs}: an agent's process, and the upstreams that it would ask without Ambit, get the paths under
 * which the gateway forwards to these. Asked for the token even where nothing else is: whoever may name upstreams can
 * have requests sent anywhere.
 */
public final class RunRoutes {
    private static final String PATH = "/rest/runs";
    private static final int MOST_UPSTREAMS = 32;

    private final AgentRuns runs;

    private RunRoutes(AgentRuns runs) {
        this.runs = runs;
    }

    /**
     * Adds the routes.
     *
     * @param holdsToken whether a request shows the token, whatever the settings say about others
     */
    public static void register(RoutesConfig routes, AgentRuns runs, Predicate<Context> holdsToken) {
        RunRoutes rest = new RunRoutes(runs);
        routes.before(PATH, context -> {
            if (!holdsToken.test(context)) {
                Answers.error(context, 401, "token_required", "only holders of the token can name upstreams");
                context.skipRemainingHandlers();
            }
        });
        routes.post(PATH, rest::add);
        routes.get(PATH, rest::show);
    }

    /** The upstream of the path {@code /u/ID/...}. */
    public static Optional<UpstreamSettings> upstream(AgentRuns runs, String path) {
        int end = path.indexOf('/', 3);
        return end < 0 ? Optional.empty() : runs.upstreams().of(path.substring(3, end));
    }

    private void add(Context context) {
        List<String> paths = new ArrayList<>();
        try {
            Json run = Json.parse(context.bodyAsBytes());
            Json addresses = run.get("upstreams");
            List<Json> upstreams = addresses == null ? List.of() : addresses.items();
            if (upstreams.size() > MOST_UPSTREAMS) {
                throw new IllegalArgumentException(upstreams.size() + " upstreams, expected at most " + MOST_UPSTREAMS);
            }
            for (Json address : upstreams) {
                paths.add("/u/" + runs.upstreams().register(URI.create(String.valueOf(address.asText()))));
            }
            if (run.get("pid") instanceof Json.Num pid) {
                runs.add(pid.asLong(0));
            }
        } catch (JsonSyntaxException | IllegalArgumentException e) {
            Answers.error(context, 400, "invalid_run", String.valueOf(e.getMessage()));
            return;
        }
        Answers.json(context, 201, JsonTree.object("paths", paths));
    }

    private void show(Context context) {
        Answers.json(context, 200, JsonTree.object("agents", runs.count()));
    }
}
