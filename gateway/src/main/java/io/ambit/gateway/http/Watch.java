package io.ambit.gateway.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Looks at every running call about ten times a second: whether its client is still there, and whether the upstream has
 * said anything lately. What fails is aborted. One thread for all calls, so that a call costs nothing to watch.
 */
public final class Watch implements AutoCloseable {
    private static final long PERIOD_NANOS = Duration.ofMillis(100).toNanos();

    /** Why a call was aborted. */
    public enum Verdict {
        NONE,
        CLIENT_GONE,
        IDLE
    }

    private final Set<Entry> entries = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closed;

    public Watch() {
        thread = Thread.ofPlatform().daemon().name("ambit-watch").start(this::run);
    }

    /**
     * Watches a call until the entry is stopped.
     *
     * @param gone whether the client went away; never called after {@link Entry#stop} returned
     * @param abort ends the call; the thread that waits for it must find out by that
     */
    public Entry watch(BooleanSupplier gone, Runnable abort) {
        Entry entry = new Entry(gone, abort);
        entries.add(entry);
        return entry;
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(PERIOD_NANOS);
            entries.forEach(Entry::look);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    /** One call. */
    public final class Entry implements AutoCloseable {
        private final BooleanSupplier gone;
        private final Runnable abort;
        private volatile long deadline = Long.MAX_VALUE;
        private volatile Verdict verdict = Verdict.NONE;
        private boolean over;

        private Entry(BooleanSupplier gone, Runnable abort) {
            this.gone = gone;
            this.abort = abort;
        }

        /** From now on something must come within {@code time}. */
        public void expectWithin(Duration time) {
            deadline = System.nanoTime() + time.toNanos();
        }

        public Verdict verdict() {
            return verdict;
        }

        private synchronized void look() {
            if (over || verdict != Verdict.NONE) {
                return;
            }
            if (gone.getAsBoolean()) {
                verdict = Verdict.CLIENT_GONE;
            } else if (deadline != Long.MAX_VALUE && System.nanoTime() - deadline > 0) {
                verdict = Verdict.IDLE;
            }
            if (verdict != Verdict.NONE) {
                abort.run();
            }
        }

        /** Ends the watch: when this returned, the client is not asked again. */
        public synchronized void stop() {
            over = true;
            entries.remove(this);
        }

        @Override
        public void close() {
            stop();
        }
    }
}
