package io.ambit.gateway.ollama;

import io.ambit.core.error.AmbitException;
import io.ambit.gateway.http.Outbound;
import io.ambit.gateway.http.Upstream;
import io.ambit.gateway.route.UpstreamSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at the windows of all models of an Ollama, and makes variants with larger ones.
 *
 * @param base of the server
 * @param models how many it has, variants that Ambit made left out
 * @param small those whose window could be larger, and for which there is no variant yet
 */
public record OllamaSurvey(URI base, int models, List<SmallWindow> small) {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration CREATION = Duration.ofMinutes(1);
    private static final int MAX_MODELS = 50;

    public OllamaSurvey {
        small = List.copyOf(small);
    }

    /**
     * Asks an upstream; empty where it is no Ollama, or does not answer.
     *
     * @param outbound how it is reached
     */
    public static Optional<OllamaSurvey> of(UpstreamSettings upstream, Outbound outbound, OllamaSettings settings) {
        if (!OllamaWindows.mayBeOllama(upstream, settings)) {
            return Optional.empty();
        }
        try (Upstream client = new Upstream(outbound.withTimeouts(PATIENCE, PATIENCE, PATIENCE))) {
            OllamaServer server = new OllamaServer(client, upstream.base());
            return server.version().isEmpty()
                    ? Optional.empty()
                    : Optional.of(of(upstream.base(), server, settings.numCtx()));
        } catch (AmbitException e) {
            return Optional.empty();
        }
    }

    private static OllamaSurvey of(URI base, OllamaServer server, int numCtx) {
        Map<String, Integer> names = server.models();
        Map<String, Integer> loaded = server.loaded();
        List<SmallWindow> small = new ArrayList<>();
        int models = 0;
        for (Map.Entry<String, Integer> model : names.entrySet()) {
            String name = model.getKey();
            if (ModelName.windowOf(name) > 0 || ++models > MAX_MODELS) {
                continue;
            }
            ShownModel shown = server.show(name);
            int trained = Math.max(shown.trained(), model.getValue());
            int now = loaded.getOrDefault(name, 0);
            int window = shown.parameter() > 0 || now == 0 ? shown.unasked(OllamaFacts.USUAL_WINDOW) : now;
            int better = trained > 0 ? Math.min(trained, numCtx) : numCtx;
            if (better > window && ModelName.widest(name, names.keySet()).isEmpty()) {
                small.add(new SmallWindow(base, name, window, better));
            }
        }
        return new OllamaSurvey(base, models, small);
    }

    /**
     * Makes the variant of a model, which shares its weights; one that is there becomes the same again.
     *
     * @throws AmbitException where the server refuses
     */
    public static void create(SmallWindow model, Outbound outbound) {
        try (Upstream client = new Upstream(outbound.withTimeouts(PATIENCE, CREATION, CREATION))) {
            new OllamaServer(client, model.base()).create(model.variant(), model.model(), model.better());
        }
    }
}
