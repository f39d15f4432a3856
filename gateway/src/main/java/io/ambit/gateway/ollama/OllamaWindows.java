package io.ambit.gateway.ollama;

import io.ambit.core.context.Conditions;
import io.ambit.core.context.ForwardedSize;
import io.ambit.core.message.Span;
import io.ambit.core.routing.profile.ModelProfile;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.SessionState;
import io.ambit.core.session.Usage;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Utf8;
import io.ambit.gateway.http.Upstream;
import io.ambit.gateway.route.Asked;
import io.ambit.gateway.route.Destination;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.gateway.route.Windows;
import io.ambit.wire.Translation;
import io.ambit.wire.UntranslatableException;
import io.ambit.wire.WindowTerms;
import io.ambit.wire.WireFormat;
import io.ambit.wire.WireRequest;
import io.ambit.wire.translate.ollama.ChatToOllama;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The windows of Ollama's models. An Ollama cuts a prompt that is longer than the window its model is loaded with, and
 * says nothing; its {@code /v1} ignores every wish for another window. Where a request does not fit, it goes to a variant
 * of the model that has a larger window, if there is one, else in Ollama's own format, which takes a wish. A model that
 * was given a larger window keeps it for as long as the process lives: each change would load it anew.
 *
 * <p>Requests that are small for any window cost no question.
 */
public final class OllamaWindows implements Windows, AutoCloseable {
    private static final int USUAL_PORT = 11434;

    /** Bytes of a body that fits into any window. */
    private static final int SMALL_BYTES = 1500;

    private final OllamaSettings settings;
    private final Profiles profiles;
    private final Upstream upstream;
    private final TokenCounter tokens;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<URI, OllamaFacts> servers = new ConcurrentHashMap<>();
    private final Set<String> wide = ConcurrentHashMap.newKeySet();
    private final TokenRatios ratios = new TokenRatios();

    /**
     * Knows nothing of any server yet.
     *
     * @param profiles say with how much a model is worth loading
     * @param upstream asks the servers; stays the caller's to close
     */
    public OllamaWindows(OllamaSettings settings, Profiles profiles, Upstream upstream, TokenCounter tokens) {
        this.settings = settings;
        this.profiles = profiles;
        this.upstream = upstream;
        this.tokens = tokens;
    }

    /** How the chosen way to the server lets a window be asked for. */
    private enum Wish {
        /** In the request itself, which is of Ollama's own format. */
        FIELD,
        /** By the translation that is needed anyway. */
        TRANSLATION,
        /** By a translation into Ollama's own format. */
        BY_WAY_OF_CHAT,
        NONE
    }

    @Override
    public Destination of(Asked asked, Destination chosen) {
        String model = model(asked.request().model(), chosen);
        if (model.isEmpty() || !mayBeOllama(chosen.upstream())) {
            return chosen;
        }
        WireRequest request = asked.request();
        String key = key(chosen.upstream(), model);
        OllamaFacts facts = facts(chosen.upstream());
        Wish wish = wish(asked.format(), chosen);
        if (wish == Wish.FIELD && request.windowTokens() > 0) {
            facts.force(model);
        }
        if ((request.body().length <= SMALL_BYTES && !wide.contains(key))
                || facts.version().isEmpty()) {
            return chosen;
        }
        return sized(asked, chosen, model, wish, new Size(key, request, facts, model));
    }

    /** What a request takes, and where it goes as it is. */
    private final class Size {
        final String key;
        final WireRequest request;
        final OllamaFacts facts;
        final ShownModel shown;
        final int window;
        private int counted = -1;

        Size(String key, WireRequest request, OllamaFacts facts, String model) {
            this.key = key;
            this.request = request;
            this.facts = facts;
            this.shown = facts.shown(model);
            int known = facts.window(model, false);
            int unasked = fitsByBytes(request, known) ? known : facts.window(model, true);
            int trained = shown.trained() > 0 ? shown.trained() : Integer.MAX_VALUE;
            this.window = request.windowTokens() > 0 ? Math.min(request.windowTokens(), trained) : unasked;
        }

        /** A byte is a token at most. */
        private static boolean fitsByBytes(WireRequest request, int window) {
            return window > 0 && request.body().length + AnswerRoom.wanted(request.answerTokens(), window) <= window;
        }

        boolean fits(Asked asked) {
            return fitsByBytes(request, window)
                    || count(asked) <= ratios.of(key).prompt(window, AnswerRoom.wanted(request.answerTokens(), window));
        }

        private int count(Asked asked) {
            if (counted < 0) {
                counted = counted(asked);
            }
            return counted;
        }
    }

    private Destination sized(Asked asked, Destination chosen, String model, Wish wish, Size size) {
        boolean open = asked.request().windowTokens() == 0;
        boolean stays = !open || (!wide.contains(size.key) && size.fits(asked));
        int named = chosen.upstream().windowTokens(); // a profile's may be more than the memory holds
        int wanted = named > 0 ? named : numCtx(model);
        int target = size.shown.trained() > 0 ? Math.min(wanted, size.shown.trained()) : wanted;
        if (stays) {
            return as(chosen, size, chosen.model(), chosen.translation(), size.window, terms(wish, 0));
        }
        Optional<String> variant = ModelName.widest(model, size.facts.names().keySet());
        if (variant.isPresent() && ModelName.windowOf(variant.get()) > size.window) {
            wide.add(size.key);
            String name = variant.get();
            int window = Math.min(
                    ModelName.windowOf(name), size.shown.trained() > 0 ? size.shown.trained() : Integer.MAX_VALUE);
            return noted(
                    as(chosen, size, name, chosen.translation(), window, terms(wish, 0)),
                    "sent to " + name + ": the window of " + size.window + " tokens of " + model + " is too small");
        }
        if (target <= size.window) {
            return as(chosen, size, chosen.model(), chosen.translation(), size.window, terms(wish, 0));
        }
        Translation translation = chosen.translation();
        if (wish == Wish.TRANSLATION || wish == Wish.BY_WAY_OF_CHAT) {
            translation = new ChatToOllama(target);
            if (wish == Wish.BY_WAY_OF_CHAT && !canCarry(translation, asked.request())) {
                wish = Wish.NONE;
            }
        }
        if (wish == Wish.NONE) {
            return as(chosen, size, chosen.model(), chosen.translation(), size.window, WindowTerms.OPEN);
        }
        wide.add(size.key);
        size.facts.force(model);
        return noted(
                as(chosen, size, chosen.model(), translation, target, terms(wish, target)),
                "num_ctx " + target + " asked for: the window of " + size.window + " tokens of " + model
                        + " is too small");
    }

    /** The settings say how much may be loaded, whatever a profile finds worth it. */
    private int numCtx(String model) {
        int worth = profiles.of(model).map(ModelProfile::numCtx).orElse(0);
        return worth > 0 ? Math.min(worth, settings.numCtx()) : settings.numCtx();
    }

    private static boolean canCarry(Translation translation, WireRequest request) {
        try {
            return translation.request(request.body()).length > 0;
        } catch (UntranslatableException e) {
            return false; // as it is it may fit, or is refused with both counts
        }
    }

    private static WindowTerms terms(Wish wish, int numCtx) {
        return wish == Wish.FIELD ? new WindowTerms(numCtx, true) : WindowTerms.OPEN;
    }

    private Destination as(
            Destination chosen,
            Size size,
            String model,
            @Nullable Translation translation,
            int window,
            WindowTerms terms) {
        int room = AnswerRoom.least(size.request.answerTokens(), window);
        Destination sized = chosen.withModel(model, window, ratios.of(size.key).prompt(window, room), terms);
        return translation == null ? sized : sized.withTranslation(translation);
    }

    private static Destination noted(Destination destination, String note) {
        return destination.withRoute(destination.route().with(note));
    }

    private static Wish wish(WireFormat format, Destination chosen) {
        Translation translation = chosen.translation();
        if (translation != null) {
            boolean plain = translation.from() == WireFormat.OPENAI_CHAT && translation.to() == WireFormat.OLLAMA_CHAT;
            return plain ? Wish.TRANSLATION : Wish.NONE;
        }
        return switch (format) {
            case OLLAMA_CHAT, OLLAMA_GENERATE -> Wish.FIELD;
            case OPENAI_CHAT -> Wish.BY_WAY_OF_CHAT;
            case OPENAI_RESPONSES, ANTHROPIC -> Wish.NONE;
        };
    }

    /** Tokens of what would be forwarded with the decisions that were made up to now. */
    private int counted(Asked asked) {
        WireRequest request = asked.request();
        SessionState session = asked.session();
        Span tools = request.tools();
        int other = tools.isPresent() ? tokens.count(Utf8.decode(request.body(), tools.start(), tools.end())) : 0;
        return ForwardedSize.of(
                request.transcript(),
                session == null ? Decisions.none() : session.decisions(),
                Conditions.typical(tokens).withWindow(0, other));
    }

    @Override
    public void learn(Destination sentTo, String model, long counted, Usage reported) {
        String asked = model(model, sentTo);
        if (mayBeOllama(sentTo.upstream())) {
            ratios.learn(key(sentTo.upstream(), baseOf(asked)), counted, reported.input());
        }
    }

    @Override
    public int loaded(Destination sentTo, String model) {
        if (!mayBeOllama(sentTo.upstream())) {
            return 0;
        }
        OllamaFacts facts = facts(sentTo.upstream());
        return facts.version().isEmpty() ? 0 : facts.loaded(model(model, sentTo), true);
    }

    private boolean mayBeOllama(UpstreamSettings upstreamAsked) {
        return mayBeOllama(upstreamAsked, settings);
    }

    /** Whether it is worth asking: its formats or its port say so, or nothing at all is known of it. */
    static boolean mayBeOllama(UpstreamSettings settingsOfIt, OllamaSettings settings) {
        URI base = settingsOfIt.base();
        if (!settingsOfIt.formats().isEmpty()) {
            return settingsOfIt.speaks(WireFormat.OLLAMA_CHAT) || settingsOfIt.speaks(WireFormat.OLLAMA_GENERATE);
        }
        return base.getPort() == USUAL_PORT
                || (settings.look() && settingsOfIt.local() && "http".equals(base.getScheme()));
    }

    private OllamaFacts facts(UpstreamSettings of) {
        return servers.computeIfAbsent(
                of.base(), base -> new OllamaFacts(new OllamaServer(upstream, base), threads, System::nanoTime));
    }

    private static String model(String named, Destination chosen) {
        return ModelName.full(chosen.model().isEmpty() ? named : chosen.model());
    }

    /** The model that a variant was made of: both count alike. */
    private static String baseOf(String model) {
        int window = ModelName.windowOf(model);
        return window == 0
                ? model
                : model.substring(
                        0, model.length() - ModelName.variant("", window).length());
    }

    private static String key(UpstreamSettings upstream, String model) {
        return upstream.base() + " " + model;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
