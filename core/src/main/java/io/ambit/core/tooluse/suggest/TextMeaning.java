package io.ambit.core.tooluse.suggest;

import io.ambit.core.error.AmbitException;
import io.ambit.core.spi.Embedder;
import io.ambit.core.spi.TextVectors;
import io.ambit.core.text.Hash;
import io.ambit.core.vector.ByteVectors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Vectors of texts, each made once, beside the work of those who ask: a text whose vector is not there yet is wanted,
 * and found the next time. Thread-safe.
 */
final class TextMeaning {
    private static final int AT_A_TIME = 64;

    private final Embedder embedder;
    private final TextVectors kept;
    private final Map<Hash, byte[]> vectors = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Map<Hash, String> wanted = new LinkedHashMap<>();
    private boolean working;
    private boolean failed;

    TextMeaning(Embedder embedder, TextVectors kept) {
        this.embedder = embedder;
        this.kept = kept;
    }

    int dimension() {
        return embedder.dimension();
    }

    /** The vector of a text; null where it is not there yet. */
    byte @Nullable [] of(Hash text) {
        return vectors.get(text);
    }

    /** The vectors of texts that are asked about now; empty where the model fails. */
    List<float[]> ofQuestions(List<String> texts) {
        try {
            return embedder.embed(texts);
        } catch (AmbitException e) {
            // Words answer too.
            return List.of();
        }
    }

    /** Whether the model cannot be run. */
    boolean failed() {
        lock.lock();
        try {
            return failed;
        } finally {
            lock.unlock();
        }
    }

    /** How many vectors there are. */
    int size() {
        return vectors.size();
    }

    /** How many texts wait for their vectors. */
    int waiting() {
        lock.lock();
        try {
            return wanted.size();
        } finally {
            lock.unlock();
        }
    }

    /** Has the vectors of texts made that have none. What was kept is there at once. */
    void want(Map<Hash, String> texts) {
        Map<Hash, String> missing = new LinkedHashMap<>(texts);
        missing.keySet().removeIf(vectors::containsKey);
        if (missing.isEmpty()) {
            return;
        }
        kept.find(embedder.name(), missing.keySet()).forEach((hash, vector) -> {
            if (vector.length == embedder.dimension()) {
                vectors.put(hash, vector);
                missing.remove(hash);
            }
        });
        if (missing.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            wanted.putAll(missing);
            if (!working && !failed) {
                working = true;
                Thread.ofPlatform().daemon().name("tool-vectors").start(this::work);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is wanted any more; false where that takes longer, or the model failed. */
    boolean await(Duration most) {
        long nanos = most.toNanos();
        lock.lock();
        try {
            while (working && nanos > 0) {
                nanos = idle.awaitNanos(nanos);
            }
            return !working && wanted.isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        boolean done = false;
        try {
            for (Map<Hash, String> some = next(); !some.isEmpty(); some = next()) {
                make(some);
            }
            done = true;
        } catch (RuntimeException e) {
            // The model failed, or was closed by those who end. A model that cannot be run is not tried again.
            done = false;
        } finally {
            end(done);
        }
    }

    private void end(boolean done) {
        lock.lock();
        try {
            failed |= !done;
            working &= done;
            idle.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Map<Hash, String> next() {
        lock.lock();
        try {
            Map<Hash, String> some = new LinkedHashMap<>();
            for (Map.Entry<Hash, String> text : wanted.entrySet()) {
                if (some.size() == AT_A_TIME) {
                    break;
                }
                some.put(text.getKey(), text.getValue());
            }
            // Told here, under the lock: what is wanted from now on starts a thread of its own.
            working = !some.isEmpty();
            return some;
        } finally {
            lock.unlock();
        }
    }

    private void make(Map<Hash, String> some) {
        List<Hash> hashes = new ArrayList<>(some.keySet());
        List<float[]> made = embedder.embed(List.copyOf(some.values()));
        Map<Hash, byte[]> fresh = new HashMap<>();
        for (int i = 0; i < hashes.size(); i++) {
            fresh.put(hashes.get(i), ByteVectors.of(made.get(i)));
        }
        vectors.putAll(fresh);
        kept.keep(embedder.name(), fresh);
        lock.lock();
        try {
            wanted.keySet().removeAll(hashes);
        } finally {
            lock.unlock();
        }
    }
}
