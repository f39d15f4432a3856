package io.ambit.gateway.ollama;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** What is known of one server for a short while. Thread-safe. */
final class OllamaFacts {
    /** Ollama's own, where neither the model nor the environment says otherwise. */
    static final int USUAL_WINDOW = 4096;

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** For a model to be loaded: the request that waits would load it too. */
    private static final Duration LOAD_PATIENCE = Duration.ofSeconds(2);

    private static final Duration SERVER_LIFE = Duration.ofMinutes(10);
    private static final Duration LOADED_LIFE = Duration.ofSeconds(3);
    private static final Duration NAMES_LIFE = Duration.ofSeconds(10);
    private static final Duration SHOWN_LIFE = Duration.ofMinutes(1);
    private static final int MAX_MODELS = 1000;

    private final OllamaServer server;
    private final Executor threads;
    private final LongSupplier nanos;
    private final Fresh<String> version;
    private final Fresh<Map<String, Integer>> names;
    private final Fresh<Map<String, Integer>> loaded;
    private final Map<String, Fresh<ShownModel>> shown = new ConcurrentHashMap<>();
    private final Map<String, Fresh<Boolean>> loading = new ConcurrentHashMap<>();
    private volatile int usual;
    private final Set<String> forced = ConcurrentHashMap.newKeySet();

    OllamaFacts(OllamaServer server, Executor threads, LongSupplier nanos) {
        this.server = server;
        this.threads = threads;
        this.nanos = nanos;
        this.version = new Fresh<>(server::version, SERVER_LIFE, threads, nanos);
        this.names = new Fresh<>(server::models, NAMES_LIFE, threads, nanos);
        this.loaded = new Fresh<>(server::loaded, LOADED_LIFE, threads, nanos);
    }

    /** Its version; "" for a server that is no Ollama, or does not answer. */
    String version() {
        return Objects.requireNonNullElse(version.get(PATIENCE), "");
    }

    Map<String, Integer> names() {
        return Objects.requireNonNullElse(names.get(PATIENCE), Map.of());
    }

    /** The model's own sizes. */
    ShownModel shown(String model) {
        if (shown.size() > MAX_MODELS) {
            shown.clear();
        }
        ShownModel found = shown.computeIfAbsent(
                        model, name -> new Fresh<>(() -> server.show(name), SHOWN_LIFE, threads, nanos))
                .get(PATIENCE);
        if (found != null && found.trained() > 0) {
            return found;
        }
        int trained = names().getOrDefault(model, 0);
        return new ShownModel(trained, found == null ? 0 : found.parameter());
    }

    /**
     * The window that a request gets which asks for none.
     *
     * @param wait whether an answer is waited for, and a model loaded that is not; else what is known now counts, and 0
     *     stands for what is not known
     */
    int window(String model, boolean wait) {
        ShownModel own = shown(model);
        if (own.parameter() > 0) {
            return own.unasked(USUAL_WINDOW);
        }
        if (!forced.contains(model)) {
            int size = loaded(model, wait);
            if (size == 0 && wait && isLoaded(model)) {
                loaded.forget();
                size = loaded(model, true);
            }
            if (size > 0) {
                // Less than the model could take, and not its own wish: so it is what the server does by default.
                usual = size < own.trained() ? size : usual;
                return size;
            }
        }
        return wait || usual > 0 ? own.unasked(usual > 0 ? usual : USUAL_WINDOW) : 0;
    }

    /** The window that a model is loaded with now, 0 where it is not loaded. */
    int loaded(String model, boolean wait) {
        Map<String, Integer> sizes = loaded.get(wait ? PATIENCE : Duration.ZERO);
        return sizes == null ? 0 : sizes.getOrDefault(model, 0);
    }

    /** Has the model loaded, and says whether it was in time. */
    private boolean isLoaded(String model) {
        if (loading.size() > MAX_MODELS) {
            loading.clear();
        }
        Boolean done = loading.computeIfAbsent(
                        model,
                        name -> new Fresh<>(
                                () -> {
                                    server.load(name);
                                    return true;
                                },
                                LOADED_LIFE,
                                threads,
                                nanos))
                .get(LOAD_PATIENCE);
        return Boolean.TRUE.equals(done);
    }

    /** Notes that a request asked for a window of its own: what is loaded tells nothing of others any more. */
    void force(String model) {
        forced.add(model);
    }
}
