package io.ambit.core.backlog.search;

import io.ambit.core.error.AmbitException;
import io.ambit.core.spi.Embedder;
import io.ambit.core.spi.TextVectors;
import io.ambit.core.text.Hash;
import io.ambit.core.vector.ByteVectors;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the vectors of items beside the work of those who ask: one piece of work at a time, whatever is waiting. A text
 * that has been embedded once, by this process or one before it, is not embedded again. Thread-safe.
 */
final class Meaning {
    /** A book is found by its words; its meaning is that of so many of its passages. */
    static final int MOST_PASSAGES = 256;

    private static final int TEXTS_AT_A_TIME = 32;
    private static final String ANYTHING = "anything";

    private record Wanted(IndexedItem item, Map<Hash, byte[]> known) {}

    private final Embedder embedder;
    private final TextVectors cache;
    private final Executor background;
    private final Supplier<Set<Hash>> texts;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Deque<Wanted> waiting = new ArrayDeque<>();
    private boolean working;
    private boolean closed;
    private boolean tidied;
    private @Nullable String problem;
    private volatile boolean ready;

    /**
     * Over a model and what keeps its vectors.
     *
     * @param texts the hashes of all texts of now, asked for when what is kept is tidied
     */
    Meaning(Embedder embedder, TextVectors cache, Executor background, Supplier<Set<Hash>> texts) {
        this.embedder = embedder;
        this.cache = cache;
        this.background = background;
        this.texts = texts;
    }

    /** Has vectors made for an item that was read. */
    void want(ItemIndex.Update update) {
        IndexedItem before = update.before();
        lock.lock();
        try {
            waiting.add(new Wanted(update.now(), before == null ? Map.of() : before.vectorsByHash()));
        } finally {
            lock.unlock();
        }
    }

    /** Sees to it that what is wanted is worked on. */
    void start() {
        lock.lock();
        try {
            if (working || closed || (waiting.isEmpty() && ready)) {
                return;
            }
            working = true;
        } finally {
            lock.unlock();
        }
        try {
            background.execute(this::work);
        } catch (RejectedExecutionException e) {
            end("closed");
        }
    }

    /** The vector of a question; none where the model is not there, or the question says nothing to it. */
    Optional<byte[]> ofQuestion(String text) {
        if (!ready) {
            return Optional.empty();
        }
        try {
            byte[] vector = ByteVectors.of(embedder.embed(List.of(text)).getFirst());
            return ByteVectors.hasDirection(vector) ? Optional.of(vector) : Optional.empty();
        } catch (AmbitException e) {
            // Words answer too.
            return Optional.empty();
        }
    }

    /** How many items wait for their vectors. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is wanted any more; false where that takes longer. */
    boolean await(Duration most) {
        long nanos = most.toNanos();
        lock.lock();
        try {
            while (working && nanos > 0) {
                nanos = idle.awaitNanos(nanos);
            }
            return !working && waiting.isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Why there are no vectors, where the model failed. */
    Optional<String> problem() {
        lock.lock();
        try {
            return Optional.ofNullable(problem);
        } finally {
            lock.unlock();
        }
    }

    /** Takes on nothing more, and waits for the piece that is being worked on. */
    void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            while (working) {
                idle.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        String failed = null;
        try {
            if (!ready) {
                // The first text loads the model, which no question is to wait for.
                embedder.embed(List.of(ANYTHING));
                ready = true;
            }
            for (List<Wanted> some = next(); !some.isEmpty(); some = next()) {
                makeOrWait(some);
            }
            if (!tidied) {
                cache.retain(texts.get());
                tidied = true;
            }
        } catch (AmbitException e) {
            failed = e.getMessage();
        } finally {
            end(failed);
        }
        // What was wanted between the last look and the end.
        if (failed == null) {
            startAgain();
        }
    }

    private void startAgain() {
        lock.lock();
        try {
            if (waiting.isEmpty()) {
                return;
            }
        } finally {
            lock.unlock();
        }
        start();
    }

    private void end(@Nullable String failed) {
        lock.lock();
        try {
            working = false;
            problem = failed;
            idle.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private List<Wanted> next() {
        lock.lock();
        try {
            List<Wanted> some = new ArrayList<>();
            int passages = 0;
            while (!closed && !waiting.isEmpty() && passages < TEXTS_AT_A_TIME) {
                Wanted wanted = waiting.remove();
                passages += wanted.item().passages().size();
                some.add(wanted);
            }
            return some;
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** What could not be made is wanted still. */
    private void makeOrWait(List<Wanted> some) {
        boolean done = false;
        try {
            make(some);
            done = true;
        } finally {
            if (!done) {
                lock.lock();
                try {
                    some.reversed().forEach(waiting::addFirst);
                } finally {
                    lock.unlock();
                }
            }
        }
    }

    private void make(List<Wanted> items) {
        Map<Hash, byte[]> vectors = new HashMap<>();
        Map<Hash, String> missing = new LinkedHashMap<>();
        for (Wanted wanted : items) {
            vectors.putAll(wanted.known());
            for (int p = 0; p < embedded(wanted.item()); p++) {
                missing.put(
                        wanted.item().hashes().get(p),
                        wanted.item().passages().get(p).meaning(wanted.item().name()));
            }
        }
        missing.keySet().removeAll(vectors.keySet());
        vectors.putAll(cache.find(embedder.name(), missing.keySet()));
        missing.keySet().removeAll(vectors.keySet());
        List<Map.Entry<Hash, String>> left = List.copyOf(missing.entrySet());
        for (int from = 0; from < left.size() && !isClosed(); from += TEXTS_AT_A_TIME) {
            vectors.putAll(embed(left.subList(from, Math.min(left.size(), from + TEXTS_AT_A_TIME))));
        }
        for (Wanted wanted : items) {
            List<byte[]> own = new ArrayList<>();
            for (Hash hash : wanted.item().hashes().subList(0, embedded(wanted.item()))) {
                byte[] vector = vectors.get(hash);
                if (vector != null && vector.length == embedder.dimension()) {
                    own.add(vector);
                }
            }
            if (own.size() == embedded(wanted.item())) {
                wanted.item().vectors(new PassageVectors(own, embedder.dimension()));
            }
        }
    }

    private Map<Hash, byte[]> embed(List<Map.Entry<Hash, String>> some) {
        List<float[]> made =
                embedder.embed(some.stream().map(Map.Entry::getValue).toList());
        Map<Hash, byte[]> vectors = new HashMap<>();
        for (int i = 0; i < some.size(); i++) {
            vectors.put(some.get(i).getKey(), ByteVectors.of(made.get(i)));
        }
        cache.keep(embedder.name(), vectors);
        return vectors;
    }

    private static int embedded(IndexedItem item) {
        return Math.min(MOST_PASSAGES, item.passages().size());
    }

    /** The hashes of the texts of items that are embedded. */
    static Set<Hash> texts(List<IndexedItem> items) {
        Set<Hash> texts = new HashSet<>();
        items.forEach(item -> texts.addAll(item.hashes().subList(0, embedded(item))));
        return texts;
    }
}
