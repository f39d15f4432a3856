package io.ambit.server;

import io.ambit.core.session.OutputId;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Ledger;
import io.ambit.core.text.Utf8;
import io.ambit.gateway.Gateway;
import io.ambit.gateway.http.Headers;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.server.door.ClientName;
import io.ambit.server.door.ForwardTarget;
import io.ambit.server.door.HeldBodies;
import io.ambit.server.door.Limits;
import io.ambit.server.door.Traffic;
import io.ambit.server.rest.Answers;
import io.ambit.server.run.AgentRuns;
import io.ambit.server.run.RunRoutes;
import io.ambit.wire.WireFormat;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each path answers. */
final class Routes {
    private static final String JSON = "application/json";
    private static final Set<String> READ_ONLY = Set.of("/healthz", "/readyz", "/metrics");

    private final Door door;
    private final Gateway gateway;
    private final Ledger ledger;
    private final AgentRuns runs;
    private final MetricsPage metrics;
    private final Limits limits;
    private final HeldBodies bodies;
    private final Traffic traffic;

    Routes(Door door, Limits limits, Traffic traffic, Gateway gateway, Ledger ledger, AgentRuns runs) {
        this.door = door;
        this.limits = limits;
        this.traffic = traffic;
        this.bodies = new HeldBodies(limits.bodyBytes());
        this.gateway = gateway;
        this.ledger = ledger;
        this.runs = runs;
        this.metrics = new MetricsPage(gateway, ledger);
    }

    /** {@code /v1/...}, {@code /api/...}, and the same under {@code /s/SPACE}. */
    void forward(Context context) {
        forward(context, null, context.req().getRequestURI());
    }

    /** {@code /u/ID/...} or {@code /u/ID/s/SPACE/...}: to the upstream of that id, whatever the path. */
    void forwardToOwn(Context context) {
        String path = context.req().getRequestURI();
        Optional<UpstreamSettings> own = RunRoutes.upstream(runs, path);
        if (own.isEmpty()) {
            Answers.error(
                    context,
                    404,
                    "unknown_upstream",
                    "this gateway was not told where requests of this address go: start the agent again with"
                            + " 'ambit run -- COMMAND'");
            return;
        }
        forward(context, own.get(), path.substring(path.indexOf('/', 3)));
    }

    private void forward(Context context, @Nullable UpstreamSettings own, String path) {
        HttpServletRequest request = context.req();
        ForwardedPath to;
        try {
            to = ForwardedPath.of(path);
        } catch (IllegalArgumentException e) {
            Answers.error(context, 400, "invalid_space", String.valueOf(e.getMessage()));
            return;
        }
        if (to == null) {
            Answers.error(context, 404, "not_found", "nothing answers at a space itself");
            return;
        }
        String query = request.getQueryString();
        String refusal = ForwardTarget.refusal(to.path(), query);
        if (refusal != null || (own == null && !ForwardedPath.isOne(to.path()))) {
            Answers.error(
                    context, 400, "invalid_path", refusal == null ? "the path leads out of /v1 and /api" : refusal);
            return;
        }
        Headers headers = JettyExchange.fields(request);
        String target = query == null ? to.path() : to.path() + "?" + query;
        // What is asked of a model is read whole before it goes on; everything else streams.
        boolean held = WireFormat.ofPath(to.path()).isPresent();
        try (HeldBodies.Share share = bodies.of(ClientName.of(request.getRemoteAddr(), headers))) {
            gateway.handle(new JettyExchange(
                    request,
                    context.res(),
                    own,
                    to.space(),
                    target,
                    door.forwardable(headers),
                    door.hasToken(headers),
                    limits.patience(),
                    held ? share : null));
        }
    }

    void health(Context context) {
        json(context, 200, "{\"status\":\"ok\"}");
    }

    /** Whether requests are taken and the ledger answers; and how many went through without a record. */
    void ready(Context context) {
        if (traffic.isStopping()) {
            json(context, 503, "{\"status\":\"stopping\"}");
            return;
        }
        String counts = ",\"unrecorded\":" + gateway.counters().ledgerFailures() + ",\"unplanned\":"
                + gateway.counters().planFailures() + "}";
        try {
            ledger.spaces();
            json(context, 200, "{\"status\":\"ready\"" + counts);
        } catch (RuntimeException e) {
            json(context, 503, "{\"status\":\"the ledger does not answer\"" + counts);
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
