package io.ambit.gateway;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for work that may block inside native code, as a store on a locked file does: a virtual thread would hold its
 * carrier for that long, and there are only as many carriers as processors.
 */
final class LedgerThreads {
    private static final int MAX = 64;
    private static final long IDLE_SECONDS = 30;

    private LedgerThreads() {}

    /** A pool that refuses work rather than queue it: where so many wait already, the ledger does not answer. */
    static ExecutorService create() {
        return new ThreadPoolExecutor(
                2,
                MAX,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("ambit-ledger-", 0).factory());
    }
}
