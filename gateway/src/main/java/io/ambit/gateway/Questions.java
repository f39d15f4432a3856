package io.ambit.gateway;

import io.ambit.core.routing.profile.ModelProfile;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.SessionState;
import io.ambit.core.session.StepEnd;
import io.ambit.core.text.Hash;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.gateway.http.Headers;
import io.ambit.gateway.observe.RequestObserver;
import io.ambit.gateway.observe.Seen;
import io.ambit.gateway.route.Router;
import io.ambit.gateway.route.UnroutableException;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.gateway.tools.ToolWatch;
import io.ambit.wire.MalformedRequestException;
import io.ambit.wire.WireCodec;
import io.ambit.wire.WireFormat;
import io.ambit.wire.WireRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests for an answer: each is read, planned, forwarded, and recorded when its answer is complete. Thread-safe.
 */
final class Questions {
    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    /** Headers by which clients name their sessions, the first that is there counts. */
    private static final List<String> SESSION_HEADERS = List.of(
            "x-ambit-session",
            "x-session-id",
            "x-claude-code-session-id",
            "session-id",
            "session_id",
            "x-session-affinity");

    /** What was refused for now may be tried again in a second. */
    private static final Headers AGAIN = Headers.NONE.with("Retry-After", "1");

    private final Gateway.Parts parts;
    private final Preparation preparation;
    private final SummaryQueue summaries;
    private final PassThrough passThrough;
    private final Router router;
    private final RequestObserver observer;
    private final Clock clock;

    Questions(
            Gateway.Parts parts,
            Preparation preparation,
            SummaryQueue summaries,
            PassThrough passThrough,
            Router router,
            RequestObserver observer,
            Clock clock) {
        this.parts = parts;
        this.preparation = preparation;
        this.summaries = summaries;
        this.passThrough = passThrough;
        this.router = router;
        this.observer = observer;
        this.clock = clock;
    }

    /** Answers a request that an endpoint of a wire format was asked. */
    void answer(ClientExchange client, Endpoint endpoint) {
        long arrived = System.nanoTime();
        RequestBody body;
        WireRequest request;
        try (InputStream in = client.body()) {
            body = RequestBody.read(
                    in,
                    client.contentLength(),
                    client.headers().get("content-encoding"),
                    parts.settings().maxBodyBytes());
            request = endpoint.codec().parse(body.plain());
        } catch (RequestBody.UnknownEncodingException e) {
            parts.counters().countPassed(passThrough.handle(client, e.received(), endpoint));
            return;
        } catch (BodyRefusedException e) {
            reject(client, endpoint, arrived, e.status(), e.code(), String.valueOf(e.getMessage()), AGAIN);
            return;
        } catch (RequestBody.TooLargeException e) {
            reject(client, endpoint, arrived, 413, "request_too_large", String.valueOf(e.getMessage()));
            return;
        } catch (RequestBody.DamagedException e) {
            reject(client, endpoint, arrived, 400, "malformed_body", String.valueOf(e.getMessage()));
            return;
        } catch (IOException e) {
            client.abort();
            parts.counters().countChat(0, Duration.ZERO, Duration.ZERO, Gateway.since(arrived));
            observeUnread(client, endpoint.codec().format(), 0, Gateway.since(arrived));
            return;
        } catch (MalformedRequestException | JsonSyntaxException e) {
            reject(client, endpoint, arrived, 400, "malformed_request", String.valueOf(e.getMessage()));
            return;
        }
        if (request.model().startsWith(ModelProfile.ALIAS) && passThrough.fillsGap(client, body.plain())) {
            parts.counters().countPassed(passThrough.handle(client, body.plain(), endpoint));
            return;
        }
        forward(client, endpoint, body, request, arrived);
    }

    private void forward(
            ClientExchange client, Endpoint endpoint, RequestBody body, WireRequest request, long arrived) {
        Prepared prepared;
        try {
            prepared = preparation.prepare(
                    endpoint.codec(),
                    arrival(client, body, request),
                    new Preparation.Question(request, client.headers(), client.own(), client.hasToken()));
        } catch (UnroutableException e) {
            reject(client, endpoint, arrived, e.status(), e.code(), String.valueOf(e.getMessage()));
            return;
        }
        Prepared.TooLarge tooLarge = prepared.tooLarge();
        if (tooLarge != null) {
            reject(client, endpoint, arrived, 400, "context_length_exceeded", tooLarge.inWords());
            return;
        }
        Duration prepare = Gateway.since(arrived);
        GatewayStep step = new GatewayStep(parts, endpoint, client, body, prepared, arrived);
        int status = 500;
        try {
            status = step.run();
        } catch (RuntimeException e) {
            LOG.error("a step failed", e);
            status = endpoint.errors().send(client, 500, "internal_error", "the gateway failed; see its log");
        } finally {
            parts.counters().countChat(status, prepare, step.firstByte(), Gateway.since(arrived));
            StepEnd end = step.end(status);
            observer.observe(seen(client, endpoint, body, prepared, end, step));
            record(prepared, endpoint.codec(), step, end);
        }
    }

    private static Seen seen(
            ClientExchange client,
            Endpoint endpoint,
            RequestBody body,
            Prepared prepared,
            StepEnd end,
            GatewayStep step) {
        UpstreamSettings upstream = prepared.destination().upstream();
        Prepared.Step recorded = prepared.step();
        return new Seen(
                client.method(),
                Gateway.path(client.target()),
                endpoint.codec().format(),
                upstream.name(),
                upstream.base().getHost(),
                upstream.base().getPort(),
                client.space().id(),
                recorded == null ? "" : recorded.sessionName(),
                prepared.request().model(),
                end.route().model(),
                end.status(),
                body.received().length,
                prepared.forwarded().length,
                end.rounds(),
                step.finish(),
                end.firstByte(),
                end.total());
    }

    private void record(Prepared prepared, WireCodec codec, GatewayStep step, StepEnd end) {
        Prepared.Step recorded = prepared.step();
        if (recorded == null) {
            return;
        }
        router.answered(prepared.request(), step.sentTo(), end.rounds());
        parts.recorder().record(recorded, end, prepared, codec.retrieveTool(), step.expected());
        SessionState session = recorded.session();
        ToolWatch tools = parts.settings().tools();
        Instant now = clock.instant();
        var _ = recorded.id().thenAccept(id -> tools.offered(id.space(), id.session(), prepared.request(), now));
        if (session == null) {
            return;
        }
        summaries.add(
                session.space(),
                session.id(),
                parts.settings()
                        .policy()
                        .summariesDue(prepared.request().transcript(), session.summaries(), recorded.conditions()));
    }

    private Arrival arrival(ClientExchange client, RequestBody body, WireRequest request) {
        return new Arrival(
                client.space(),
                request.transcript(),
                clientSession(client.headers(), request),
                request.previousReply(),
                Hash.of(body.plain()),
                client.headers().get("user-agent"),
                request.model(),
                clock.instant());
    }

    private static @Nullable String clientSession(Headers headers, WireRequest request) {
        for (String name : SESSION_HEADERS) {
            String value = headers.get(name);
            if (!value.isBlank()) {
                return value;
            }
        }
        return request.clientSession();
    }

    private void reject(
            ClientExchange client, Endpoint endpoint, long arrived, int status, String code, String message) {
        reject(client, endpoint, arrived, status, code, message, Headers.NONE);
    }

    private void reject(
            ClientExchange client,
            Endpoint endpoint,
            long arrived,
            int status,
            String code,
            String message,
            Headers more) {
        int told = endpoint.errors().send(client, status, code, message, more);
        parts.counters().countChat(told, Duration.ZERO, Duration.ZERO, Gateway.since(arrived));
        observeUnread(client, endpoint.codec().format(), told, Gateway.since(arrived));
    }

    /** Counts a request that was not read, or not to its end. */
    void observeUnread(ClientExchange client, @Nullable WireFormat format, int status, Duration total) {
        observer.observe(Seen.unread(
                client.method(),
                Gateway.path(client.target()),
                format,
                client.space().id(),
                status,
                total));
    }
}
