package io.ambit.gateway.ollama;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is asked for when it is needed and has grown old, by one thread at a time. Thread-safe. */
final class Fresh<T> {
    /** How long a question that failed is not asked again. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Supplier<T> question;
    private final Duration life;
    private final Executor threads;
    private final LongSupplier nanos;
    private @Nullable T value;
    private long answered;
    private long failed;
    private boolean hasFailed;
    private @Nullable CompletableFuture<T> asking;

    Fresh(Supplier<T> question, Duration life, Executor threads, LongSupplier nanos) {
        this.question = question;
        this.life = life;
        this.threads = threads;
        this.nanos = nanos;
    }

    /**
     * The value; an old one where no answer comes in time, null where none ever came.
     *
     * @param patience how long to wait for an answer where the value is old; zero leaves the question to be answered in
     *     the background
     */
    @Nullable T get(Duration patience) {
        CompletableFuture<T> asked;
        synchronized (this) {
            long now = nanos.getAsLong();
            boolean young = value != null && now - answered < life.toNanos();
            boolean resting = hasFailed && now - failed < RETRY.toNanos();
            if (young || (asking == null && resting)) {
                return value;
            }
            if (asking == null) {
                asking = ask();
            }
            asked = asking;
            if (patience.isZero()) {
                return value;
            }
        }
        try {
            return asked.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // What was known before is better than nothing.
        }
        synchronized (this) {
            return value;
        }
    }

    private CompletableFuture<T> ask() {
        CompletableFuture<T> future = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                try {
                    T found = question.get();
                    took(found);
                    future.complete(found);
                } catch (RuntimeException e) {
                    took(null);
                    future.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            future.completeExceptionally(e);
        }
        return future;
    }

    private synchronized void took(@Nullable T found) {
        asking = null;
        hasFailed = found == null;
        if (found == null) {
            failed = nanos.getAsLong();
        } else {
            value = found;
            answered = nanos.getAsLong();
        }
    }

    /** Makes the value old. */
    synchronized void forget() {
        value = null;
        hasFailed = false;
    }
}
