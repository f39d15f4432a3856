package io.ambit.gateway.route;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which models the upstreams have: what the settings say, else what each said when it was last asked. Only the first
 * question is waited for; a list that grew old is used while a new one is fetched. Thread-safe.
 */
public final class ModelLists {
    private static final Logger LOG = LoggerFactory.getLogger(ModelLists.class);
    private static final Duration FRESH = Duration.ofSeconds(60);
    /** One that gave no list is asked again sooner: it may just have been started. */
    private static final Duration FRESH_FAILURE = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private record Known(List<String> models, Instant until) {}

    private final ModelQuestion question;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<List<String>>> asking = new ConcurrentHashMap<>();

    public ModelLists(ModelQuestion question, InstantSource clock) {
        this.question = question;
        this.clock = clock;
    }

    /** Asks in the background, so that the first request need not wait. */
    void prepare(UpstreamSettings upstream) {
        if (upstream.models().isEmpty()) {
            var _ = ask(upstream);
        }
    }

    /** Names of its models, each of which may end in {@code *} where the settings say so; none where it does not tell. */
    public List<String> of(UpstreamSettings upstream) {
        if (!upstream.models().isEmpty()) {
            return upstream.models();
        }
        Known list = known.get(upstream.name());
        if (list != null && clock.instant().isBefore(list.until())) {
            return list.models();
        }
        CompletableFuture<List<String>> answer = ask(upstream);
        return list != null ? list.models() : await(answer);
    }

    private CompletableFuture<List<String>> ask(UpstreamSettings upstream) {
        CompletableFuture<List<String>> fresh = new CompletableFuture<>();
        @Nullable CompletableFuture<List<String>> running = asking.putIfAbsent(upstream.name(), fresh);
        if (running != null) {
            return running;
        }
        Thread.ofVirtual().name("ambit-models").start(() -> {
            List<String> models = List.of();
            Duration fresher = FRESH_FAILURE;
            try {
                models = List.copyOf(question.models(upstream));
                fresher = FRESH;
            } catch (RuntimeException e) {
                LOG.debug("the models of {} are not known: {}", upstream, e.toString());
                Known earlier = known.get(upstream.name());
                models = earlier == null ? List.of() : earlier.models();
            } finally {
                known.put(upstream.name(), new Known(models, clock.instant().plus(fresher)));
                asking.remove(upstream.name());
                fresh.complete(models);
            }
        });
        return fresh;
    }

    private static List<String> await(CompletableFuture<List<String>> answer) {
        try {
            return answer.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException | TimeoutException e) {
            return List.of();
        }
    }
}
