package io.ambit.mcp;

import io.ambit.mcp.feature.ResourceSource;
import io.ambit.mcp.session.Call;
import io.ambit.mcp.session.Client;
import io.ambit.mcp.session.Stored;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ResourcesUpdatedNotification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells clients that a resource which they subscribed to changed: what it holds, not only its files. Looks every now and
 * then, because files and memory are changed by other processes too, and at once after a call that may have changed
 * something. Looks at nothing while nobody has subscribed.
 */
final class ResourceWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceWatch.class);

    private final List<ResourceSource> sources;
    private final Stored stored;
    private final Duration every;
    /** By client, what each URI held when the client was last told. */
    private final Map<Client, Map<String, List<ResourceContents>>> subscribed = new ConcurrentHashMap<>();

    private final Semaphore wake = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean closed;

    ResourceWatch(List<ResourceSource> sources, Stored stored, Duration every) {
        this.sources = sources;
        this.stored = stored;
        this.every = every;
    }

    void add(Call call, String uri, List<ResourceContents> now) {
        subscribed
                .computeIfAbsent(call.caller(), client -> new ConcurrentHashMap<>())
                .put(uri, now);
        synchronized (this) {
            if (thread == null && !closed) {
                thread = Thread.ofVirtual().name("mcp-watch").start(this::run);
            }
        }
    }

    void remove(Client client, String uri) {
        Map<String, List<ResourceContents>> its = subscribed.get(client);
        if (its != null) {
            its.remove(uri);
        }
    }

    /** Forgets a client that is gone. */
    void remove(Client client) {
        subscribed.remove(client);
    }

    /** Has it look at once. */
    void wake() {
        if (!subscribed.isEmpty()) {
            wake.release();
        }
    }

    private void run() {
        try {
            while (!closed) {
                if (wake.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
                subscribed.forEach(this::look);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Client client, Map<String, List<ResourceContents>> told) {
        told.forEach((uri, before) -> {
            try (Call call = Call.unasked(client, stored)) {
                Optional<List<ResourceContents>> now = ResourceMethods.find(sources, uri, call);
                if (now.isPresent() && !now.get().equals(before)) {
                    client.session()
                            .sendNotification(
                                    McpSchema.METHOD_NOTIFICATION_RESOURCES_UPDATED,
                                    new ResourcesUpdatedNotification(uri))
                            .block();
                    // Not before it was told: a client without a stream is told when it has one again.
                    told.replace(uri, before, now.get());
                }
            } catch (RuntimeException e) {
                LOG.debug("a subscriber of {} was not told: {}", uri, e.getMessage());
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        wake.release();
    }
}
