package io.ambit.gateway;

import io.ambit.core.context.ContextPolicy.SummaryRequest;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.session.Summary;
import io.ambit.core.spi.Ledger;
import io.ambit.core.spi.Summarizer;
import io.ambit.core.text.Hash;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes summaries in the background: for each session one at a time, in the order in which they fell due, on the
 * immutable snapshot of that moment. A failure is counted and harms nothing; the summary falls due again at the next
 * step.
 */
final class SummaryQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SummaryQueue.class);
    private static final int MAX_SESSIONS = 256;

    private record Key(Space space, SessionId session) {}

    private final Ledger ledger;
    private final Summarizer summarizer;
    private final Map<Key, Map<Hash, SummaryRequest>> waiting = new HashMap<>();
    private boolean closed;

    SummaryQueue(Ledger ledger, Summarizer summarizer) {
        this.ledger = ledger;
        this.summarizer = summarizer;
    }

    /** Queues what is due and not already under way. */
    synchronized void add(Space space, SessionId session, List<SummaryRequest> due) {
        if (due.isEmpty() || closed) {
            return;
        }
        Key key = new Key(space, session);
        Map<Hash, SummaryRequest> queue = waiting.get(key);
        if (queue != null) {
            due.forEach(request -> queue.putIfAbsent(request.snapshot().tip(), request));
        } else if (waiting.size() < MAX_SESSIONS) {
            Map<Hash, SummaryRequest> fresh = new LinkedHashMap<>();
            due.forEach(request -> fresh.putIfAbsent(request.snapshot().tip(), request));
            waiting.put(key, fresh);
            Thread.ofVirtual().name("ambit-summary").start(() -> work(key, fresh));
        }
    }

    private void work(Key key, Map<Hash, SummaryRequest> queue) {
        for (SummaryRequest request = first(key, queue); request != null; request = next(key, queue, request)) {
            Hash end = request.snapshot().tip();
            try {
                String text =
                        summarizer.summarize(request.snapshot(), request.from(), request.to(), request.maxTokens());
                ledger.addSummary(key.space(), key.session(), new Summary(request.from(), request.to(), end, text));
            } catch (RuntimeException e) {
                LOG.warn(
                        "session {}: no summary of iterations {} to {}: {}",
                        key.session(),
                        request.from(),
                        request.to(),
                        e.getMessage());
                countFailure(key);
            }
        }
    }

    private void countFailure(Key key) {
        try {
            ledger.countSummaryFailure(key.space(), key.session());
        } catch (RuntimeException e) {
            LOG.warn("session {}: the failure is not counted: {}", key.session(), e.getMessage());
        }
    }

    /** The oldest request stays in its queue while it is worked on, so that it is not queued again. */
    private synchronized @Nullable SummaryRequest first(Key key, Map<Hash, SummaryRequest> queue) {
        if (queue.isEmpty() || closed) {
            waiting.remove(key);
            return null;
        }
        return queue.values().iterator().next();
    }

    private synchronized @Nullable SummaryRequest next(Key key, Map<Hash, SummaryRequest> queue, SummaryRequest done) {
        queue.remove(done.snapshot().tip());
        return first(key, queue);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
