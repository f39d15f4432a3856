package io.ambit.gateway;

import io.ambit.core.context.ExtractiveSummarizer;
import io.ambit.core.context.FailOpen;
import io.ambit.core.context.OffPolicy;
import io.ambit.core.routing.profile.ModelProfile;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.SessionState;
import io.ambit.core.session.StepEnd;
import io.ambit.core.spi.Ledger;
import io.ambit.core.spi.Summarizer;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Hash;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.gateway.http.Headers;
import io.ambit.gateway.http.Upstream;
import io.ambit.gateway.http.Watch;
import io.ambit.gateway.observe.RequestObserver;
import io.ambit.gateway.observe.Seen;
import io.ambit.gateway.ollama.OllamaWindows;
import io.ambit.gateway.route.AutoChoice;
import io.ambit.gateway.route.Breakers;
import io.ambit.gateway.route.ModelCatalog;
import io.ambit.gateway.route.ModelLists;
import io.ambit.gateway.route.ProfileFill;
import io.ambit.gateway.route.Router;
import io.ambit.gateway.route.UnroutableException;
import io.ambit.gateway.route.UpstreamModels;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.gateway.route.Windows;
import io.ambit.gateway.tools.ToolMode;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The byte-faithful streaming proxy before model servers. Requests for an answer are recorded, planned by the policy, and
 * forwarded with only the planned ranges changed; every other path goes through untouched. Thread-safe; each call of
 * {@link #handle} blocks its thread until the answer is complete.
 */
public final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

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

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    /** What a step works with. */
    record Parts(
            GatewaySettings settings,
            Upstream upstream,
            Watch watch,
            Retriever retriever,
            Recorder recorder,
            Breakers breakers,
            GatewayCounters counters) {
        boolean passesEncoding() {
            return isOff(settings) && settings.tools().mode() != ToolMode.REPAIR;
        }
    }

    private final Parts parts;
    private final Clock clock;
    private final LedgerThreads threads;
    private final Preparation preparation;
    private final Recorder recorder;
    private final @Nullable UpstreamSummarizer modelSummarizer;
    private final SummaryQueue summaries;
    private final PassThrough passThrough;
    private final ModelsPage modelsPage;
    private final TokenCount tokenCount;
    private final Endpoints endpoints;
    private final OllamaWindows windows;
    private final Router router;
    private final RequestObserver observer = new RequestObserver();

    /**
     * Starts the outbound client; the ledger stays the caller's to close.
     *
     * @param codecs one a format; the first is that of requests that do not tell theirs
     * @param tokens counts for the plans and for the record
     */
    public Gateway(GatewaySettings settings, List<WireCodec> codecs, Ledger ledger, TokenCounter tokens, Clock clock) {
        this.clock = clock;
        GatewayCounters counters = new GatewayCounters();
        threads = new LedgerThreads(settings.ledgerLimit());
        Upstream upstream = new Upstream(settings.outbound());
        endpoints = new Endpoints(codecs);
        Breakers breakers = new Breakers(settings.routing().resilience(), clock);
        UpstreamModels models = new UpstreamModels(upstream);
        ModelLists lists = new ModelLists(models, clock);
        windows = new OllamaWindows(settings.ollama(), settings.profiles(), upstream, tokens);
        Profiles known = settings.profiles();
        ProfileFill fill = isOff(settings) ? ProfileFill.NONE : new ProfileFill(known);
        Windows asked = isOff(settings) ? Windows.UNKNOWN : windows;
        AutoChoice auto = AutoChoice.among(settings.upstreams(), lists, known, settings.routing(), breakers, clock);
        router = new Router(settings.upstreams(), lists, breakers, asked, known, fill, auto);
        Watch watch = new Watch();
        Retriever retriever = new Retriever(ledger, threads, settings.ledgerLimit());
        Unrecorded unrecorded = new Unrecorded();
        TokenTally tally = new TokenTally(tokens);
        PromptCheck check = new PromptCheck(tokens, windows, counters);
        recorder = new Recorder(ledger, tally, check, threads, unrecorded, counters);
        parts = new Parts(settings, upstream, watch, retriever, recorder, breakers, counters);
        FailOpen plan = new FailOpen(settings.policy());
        preparation = new Preparation(router, ledger, settings, plan, tokens, threads, unrecorded, counters);
        SummaryModel model = settings.summaryModel();
        modelSummarizer = model == null ? null : new UpstreamSummarizer(model, known, settings.outbound(), tokens);
        Summarizer summarizer = modelSummarizer == null ? new ExtractiveSummarizer(tokens) : modelSummarizer;
        summaries = new SummaryQueue(ledger, summarizer);
        passThrough = new PassThrough(router, upstream, settings, watch);
        modelsPage = new ModelsPage(new ModelCatalog(settings.upstreams(), lists, models, settings.profiles()));
        tokenCount = new TokenCount(router, passThrough, tally, settings.maxBodyBytes(), clock);
        // The first count loads a vocabulary for most of a second: not while a client waits.
        var _ = threads.submit(() -> tokens.count("warm"));
    }

    private static boolean isOff(GatewaySettings settings) {
        return settings.policy().name().equals(OffPolicy.NAME);
    }

    public GatewayCounters counters() {
        return parts.counters();
    }

    public GatewaySettings settings() {
        return parts.settings();
    }

    /** Chooses among the upstreams, and knows how they are. */
    public Router router() {
        return router;
    }

    /** An error of Ambit's own, in the shape that this path's clients read. */
    public void refuse(ClientExchange client, int status, String code, String message) {
        refuse(client, status, code, message, Headers.NONE);
    }

    /** The same with more fields in the head. */
    public void refuse(ClientExchange client, int status, String code, String message, Headers more) {
        errors(client).send(client, status, code, message, more);
    }

    private ErrorAnswer errors(ClientExchange client) {
        return endpoints.of(path(client.target()), client.headers()).errors();
    }

    /** Answers a request whose target begins with {@code /v1} or {@code /api}. */
    public void handle(ClientExchange client) {
        if (WebSocketOffer.isMade(client)) {
            parts.counters().countPassed(errors(client).send(client, 426, "no_websocket", WebSocketOffer.REFUSAL));
            return;
        }
        Optional<Endpoint> question = endpoints.ofQuestion(client.method(), path(client.target()));
        if (question.isPresent()) {
            answer(client, question.get());
        } else {
            long arrived = System.nanoTime();
            int status = pass(client);
            parts.counters().countPassed(status);
            observeUnread(client, null, status, since(arrived));
        }
    }

    /** What was counted of requests by upstream and format. */
    public RequestObserver observer() {
        return observer;
    }

    private void observeUnread(ClientExchange client, @Nullable WireFormat format, int status, Duration total) {
        observer.observe(Seen.unread(
                client.method(), path(client.target()), format, client.space().id(), status, total));
    }

    private int pass(ClientExchange client) {
        String path = path(client.target());
        if (Hello.asks(client.method(), path)) {
            return Hello.answer(client);
        }
        if (OllamaVersion.asks(client, path, router.upstreams())) {
            return OllamaVersion.answer(client);
        }
        Endpoint endpoint = endpoints.of(path, client.headers());
        WireFormat format = endpoint.codec().format();
        if (client.own() == null && router.upstreams().size() > 1 && ModelsPage.asks(client.method(), path)) {
            return modelsPage.answer(client, format);
        }
        return TokenCount.asks(client.method(), path) && format == WireFormat.ANTHROPIC
                ? tokenCount.answer(client, endpoint)
                : passThrough.handle(client, endpoint);
    }

    private void answer(ClientExchange client, Endpoint endpoint) {
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
            parts.counters().countChat(0, Duration.ZERO, Duration.ZERO, since(arrived));
            observeUnread(client, endpoint.codec().format(), 0, since(arrived));
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
        Duration prepare = since(arrived);
        GatewayStep step = new GatewayStep(parts, endpoint, client, body, prepared, arrived);
        int status = 500;
        try {
            status = step.run();
        } catch (RuntimeException e) {
            LOG.error("a step failed", e);
            status = endpoint.errors().send(client, 500, "internal_error", "the gateway failed; see its log");
        } finally {
            parts.counters().countChat(status, prepare, step.firstByte(), since(arrived));
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
                path(client.target()),
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
        recorder.record(recorded, end, prepared, codec.retrieveTool(), step.expected());
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
        parts.counters().countChat(told, Duration.ZERO, Duration.ZERO, since(arrived));
        observeUnread(client, endpoint.codec().format(), told, since(arrived));
    }

    private static String path(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /** Lets what runs in the background end, then closes the connections to the upstream. */
    @Override
    public void close() {
        summaries.close();
        try {
            if (!threads.close(STOP_PATIENCE)) {
                LOG.warn("some steps are left without a record of their end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        recorder.close();
        if (modelSummarizer != null) {
            modelSummarizer.close();
        }
        windows.close();
        parts.settings().tools().close();
        parts.watch().close();
        parts.upstream().close();
    }
}
