package io.ambit.gateway;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for work that may block inside native code, as a store on a locked file does: a virtual thread would hold its
 * carrier for that long, and there are only as many carriers as processors. Work is refused rather than queued: where so
 * much of it waits already, the ledger does not answer.
 */
final class LedgerThreads {
    private static final int MAX = 64;
    private static final long IDLE_SECONDS = 30;

    private final ExecutorService pool = new ThreadPoolExecutor(
            2,
            MAX,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("ambit-ledger-", 0).factory());

    /** Those whom somebody waits for always find a thread beside those whom nobody waits for. */
    private final Semaphore beside = new Semaphore(MAX / 2);

    private final Duration patience;

    /** @param patience of a caller of {@link #beside} */
    LedgerThreads(Duration patience) {
        this.patience = patience;
    }

    /** @throws RejectedExecutionException where the ledger does not answer */
    <T> Future<T> submit(Callable<T> work) {
        return pool.submit(work);
    }

    /** @throws RejectedExecutionException where the ledger does not answer */
    Future<?> submit(Runnable work) {
        return pool.submit(work);
    }

    /**
     * Runs what nobody waits for. Whoever makes more of it than the ledger takes waits until it has taken some: requests
     * come no faster than they can be recorded.
     *
     * @throws RejectedExecutionException where the ledger does not answer
     */
    void beside(Runnable work) {
        try {
            if (!beside.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new RejectedExecutionException("the ledger took longer than " + patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException(e);
        }
        try {
            pool.execute(() -> {
                try {
                    work.run();
                } finally {
                    beside.release();
                }
            });
        } catch (RejectedExecutionException e) {
            beside.release();
            throw e;
        }
    }

    /** Takes nothing more, and waits until what runs has ended; returns whether it did in time. */
    boolean close(Duration time) throws InterruptedException {
        pool.shutdown();
        return pool.awaitTermination(time.toNanos(), TimeUnit.NANOSECONDS);
    }
}
