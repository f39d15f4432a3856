package io.ambit.gateway;

import io.ambit.core.context.ExtractiveSummarizer;
import io.ambit.core.context.FailOpen;
import io.ambit.core.context.OffPolicy;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.core.spi.Ledger;
import io.ambit.core.spi.Summarizer;
import io.ambit.core.spi.TokenCounter;
import io.ambit.gateway.http.Headers;
import io.ambit.gateway.http.Upstream;
import io.ambit.gateway.http.Watch;
import io.ambit.gateway.observe.RequestObserver;
import io.ambit.gateway.ollama.OllamaWindows;
import io.ambit.gateway.route.AutoChoice;
import io.ambit.gateway.route.Breakers;
import io.ambit.gateway.route.ModelCatalog;
import io.ambit.gateway.route.ModelLists;
import io.ambit.gateway.route.ProfileFill;
import io.ambit.gateway.route.Router;
import io.ambit.gateway.route.UpstreamModels;
import io.ambit.gateway.route.Windows;
import io.ambit.gateway.tools.ToolMode;
import io.ambit.wire.WireCodec;
import io.ambit.wire.WireFormat;
import java.time.Clock;
import java.time.Duration;
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
    private final LedgerThreads threads;
    private final Questions questions;
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
        Preparation preparation =
                new Preparation(router, ledger, settings, plan, tokens, threads, unrecorded, counters);
        SummaryModel model = settings.summaryModel();
        modelSummarizer = model == null ? null : new UpstreamSummarizer(model, known, settings.outbound(), tokens);
        Summarizer summarizer = modelSummarizer == null ? new ExtractiveSummarizer(tokens) : modelSummarizer;
        summaries = new SummaryQueue(ledger, summarizer);
        passThrough = new PassThrough(router, upstream, settings, watch);
        questions = new Questions(parts, preparation, summaries, passThrough, router, observer, clock);
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
            questions.answer(client, question.get());
        } else {
            long arrived = System.nanoTime();
            int status = pass(client);
            parts.counters().countPassed(status);
            questions.observeUnread(client, null, status, since(arrived));
        }
    }

    /** What was counted of requests by upstream and format. */
    public RequestObserver observer() {
        return observer;
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

    static String path(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    static Duration since(long nanos) {
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
