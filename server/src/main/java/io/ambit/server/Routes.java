package io.ambit.server;

import io.ambit.core.session.OutputId;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Ledger;
import io.ambit.core.text.Utf8;
import io.ambit.gateway.Gateway;
import io.ambit.server.rest.Answers;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What each path answers. */
final class Routes {
    private static final String JSON = "application/json";
    private static final Set<String> READ_ONLY = Set.of("/healthz", "/readyz", "/metrics");

    /** A segment of dots, by which an upstream might be led out of its own path. */
    private static final Pattern DOTS = Pattern.compile("/(\\.|%2[eE]){1,2}(/|;|$)");

    private final Door door;
    private final Gateway gateway;
    private final Ledger ledger;
    private final MetricsPage metrics;

    Routes(Door door, Gateway gateway, Ledger ledger) {
        this.door = door;
        this.gateway = gateway;
        this.ledger = ledger;
        this.metrics = new MetricsPage(gateway.counters(), ledger);
    }

    /** Refuses who may not ask, before anything else is done. */
    void guard(Context context) {
        String refusal = door.refusal(context.header("Host"), context.header("Origin"));
        if (refusal != null) {
            Answers.error(context, 403, "forbidden", refusal);
            context.skipRemainingHandlers();
        }
    }

    /** Asks for the token before anything stored is read or changed. */
    void guardStored(Context context) {
        if (!hasToken(context)) {
            context.header("WWW-Authenticate", "Bearer");
            Answers.error(context, 401, "token_required", "stored text is shown to holders of the token only");
            context.skipRemainingHandlers();
        }
    }

    boolean hasToken(Context context) {
        return door.hasToken(context.header("Authorization"), context.header("X-Ambit-Token"));
    }

    /** {@code /v1/...}, {@code /api/...}, and the same under {@code /s/SPACE}. */
    void forward(Context context) {
        HttpServletRequest request = context.req();
        String path = request.getRequestURI();
        Space space = Space.DEFAULT;
        if (path.startsWith("/s/")) {
            int end = path.indexOf('/', 3);
            try {
                space = new Space(path.substring(3, end));
            } catch (IllegalArgumentException e) {
                Answers.error(context, 400, "invalid_space", String.valueOf(e.getMessage()));
                return;
            }
            path = path.substring(end);
        }
        if (DOTS.matcher(path).find() || !(path.startsWith("/v1/") || path.startsWith("/api/"))) {
            Answers.error(context, 400, "invalid_path", "the path leads out of /v1 and /api");
            return;
        }
        String query = request.getQueryString();
        gateway.handle(new JettyExchange(request, context.res(), space, query == null ? path : path + "?" + query));
    }

    void health(Context context) {
        json(context, 200, "{\"status\":\"ok\"}");
    }

    /** Whether the ledger answers. */
    void ready(Context context) {
        try {
            ledger.spaces();
            json(context, 200, "{\"status\":\"ready\"}");
        } catch (RuntimeException e) {
            json(context, 503, "{\"status\":\"the ledger does not answer\"}");
        }
    }

    void metrics(Context context) {
        context.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.render());
    }

    /** The original of an output, as it was. */
    void output(Context context) {
        Optional<String> text;
        try {
            OutputId id = new OutputId(context.pathParam("id"));
            String space = context.queryParam("space");
            String session = context.queryParam("session");
            text = ledger.output(
                    space == null ? Space.DEFAULT : new Space(space),
                    session == null ? null : new SessionId(session),
                    id);
        } catch (IllegalArgumentException e) {
            Answers.error(context, 400, "invalid_parameter", String.valueOf(e.getMessage()));
            return;
        }
        if (text.isEmpty()) {
            Answers.error(
                    context, 404, "not_found", "no output " + context.pathParam("id") + " in this space and session");
            return;
        }
        context.header("X-Content-Type-Options", "nosniff");
        context.contentType("text/plain; charset=utf-8").result(Utf8.encode(text.get()));
    }

    void unknown(Context context) {
        if (READ_ONLY.contains(context.path()) || context.path().startsWith("/rest/outputs/")) {
            context.header("Allow", "GET, HEAD");
            Answers.error(context, 405, "method_not_allowed", "expected GET, got " + context.method());
        } else {
            Answers.error(context, 404, "not_found", "nothing answers at " + context.path());
        }
    }

    /** What no handler expected. */
    void failed(Exception e, Context context) {
        Answers.failed(context, e);
    }

    private static void json(Context context, int status, String body) {
        context.status(status).contentType(JSON).result(body);
    }
}
