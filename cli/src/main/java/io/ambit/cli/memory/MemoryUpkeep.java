package io.ambit.cli.memory;

import io.ambit.core.error.AmbitException;
import io.ambit.core.memory.Memory;
import io.ambit.core.session.Space;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What memory does beside the work of a server, in one thread: takes what was written, by this process or another, into
 * the index, and runs chores at their times.
 */
public final class MemoryUpkeep implements AutoCloseable {
    /** What another process stores is to be found within a second; searching reads the tail, this keeps it short. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(MemoryUpkeep.class);

    /**
     * Something to be done again and again.
     *
     * @param name for the log
     * @param every time between the end of one and the start of the next
     */
    record Chore(String name, Duration every, Runnable work) {}

    private final Memory memory;
    private final List<Chore> chores;
    private final Semaphore wake = new Semaphore(0);
    private final Map<Space, Long> seen = new HashMap<>();
    private final Thread thread;
    private volatile boolean stopped;

    MemoryUpkeep(Memory memory, List<Chore> chores) {
        this.memory = memory;
        this.chores = List.copyOf(chores);
        this.thread = Thread.ofPlatform().daemon().name("memory-upkeep").unstarted(this::run);
    }

    MemoryUpkeep start() {
        thread.start();
        return this;
    }

    /** Says that there is something for the index. */
    void wake() {
        wake.release();
    }

    private void run() {
        Map<Chore, Long> due = new HashMap<>();
        long begin = System.nanoTime();
        chores.forEach(chore -> due.put(chore, begin + chore.every().toNanos()));
        try {
            while (!stopped) {
                guarded("index", this::index);
                for (Chore chore : chores) {
                    if (!stopped && System.nanoTime() - due.getOrDefault(chore, begin) >= 0) {
                        guarded(chore.name(), chore.work());
                        due.put(chore, System.nanoTime() + chore.every().toNanos());
                    }
                }
                if (wake.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void index() {
        for (Space space : memory.store().spaces()) {
            long sequence = memory.store().sequence(space);
            if (!stopped && sequence != seen.getOrDefault(space, -1L)) {
                memory.index().catchUp(space, done -> {});
                seen.put(space, sequence);
            }
        }
    }

    private static void guarded(String name, Runnable work) {
        try {
            work.run();
        } catch (AmbitException e) {
            // The next round brings another try.
            LOG.warn("upkeep of memory: {} failed", name, e);
        } catch (RuntimeException e) {
            LOG.error("upkeep of memory: {} failed", name, e);
        }
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        stopped = true;
        wake.release();
        try {
            if (!thread.join(PATIENCE)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
