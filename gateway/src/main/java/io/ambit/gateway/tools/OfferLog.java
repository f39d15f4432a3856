package io.ambit.gateway.tools;

import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.ToolStore;
import io.ambit.core.text.Hash;
import io.ambit.wire.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes which tools sessions were offered: by one thread with a bounded queue, away from requests, and once for the same
 * definitions in the same session.
 */
final class OfferLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OfferLog.class);
    private static final int MAX_WAITING = 256;
    private static final int MAX_REMEMBERED = 4096;
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final ToolStore store;
    private final ToolReader reader;
    private final ThreadPoolExecutor writing;

    /** Used by the writing thread alone. */
    private final Map<Offer, Boolean> noted = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Offer, Boolean> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    private record Offer(Space space, SessionId session, Hash definitions) {}

    OfferLog(ToolStore store, ToolReader reader) {
        this.store = store;
        this.reader = reader;
        writing = new ThreadPoolExecutor(
                1,
                1,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAX_WAITING),
                Thread.ofPlatform().daemon().name("ambit-tools").factory());
        writing.allowCoreThreadTimeOut(true);
    }

    /** Returns at once. What finds the queue full is noted with the session's next request. */
    void note(Space space, SessionId session, WireRequest request, Instant at) {
        if (!request.carriesTools()) {
            return;
        }
        try {
            writing.execute(() -> write(space, session, request, at));
        } catch (RejectedExecutionException e) {
            LOG.debug("session {}: its tools are not noted now", session);
        }
    }

    private void write(Space space, SessionId session, WireRequest request, Instant at) {
        try {
            OfferedTools offered = reader.read(request);
            Offer offer = new Offer(space, session, offered.hash());
            if (!offered.tools().isEmpty() && !noted.containsKey(offer)) {
                store.offered(space, session, offered.tools(), at);
                noted.put(offer, true);
            }
        } catch (RuntimeException e) {
            LOG.warn("session {}: its tools are not noted: {}", session, e.toString());
        }
    }

    @Override
    public void close() {
        writing.shutdown();
        try {
            if (!writing.awaitTermination(DRAIN.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn(
                        "the tools of {} requests are not noted",
                        writing.getQueue().size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
