package io.ambit.store.index;

import io.ambit.core.error.AmbitException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that no question waits for, one piece at a time; while there is some, more of it is not taken on. */
final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final int WAITING = 16;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("memory-index").factory());
    private final Semaphore room = new Semaphore(WAITING);

    void start(Runnable work) {
        if (!room.tryAcquire()) {
            return;
        }
        worker.execute(() -> {
            try {
                work.run();
            } catch (AmbitException e) {
                LOG.warn("the index of memory is behind: {}", e.getMessage());
            } finally {
                room.release();
            }
        });
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
