package io.ambit.cli;

import io.ambit.core.error.AmbitException;
import io.ambit.core.session.Retention;
import io.ambit.core.spi.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what is older or larger than the settings allow: at the start, and every hour. */
final class RetentionSweep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionSweep.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Starts.
     *
     * @param before what looks at sessions before some are deleted; told whether it has to end
     */
    RetentionSweep(Ledger ledger, Retention retention, Clock clock, Consumer<BooleanSupplier> before) {
        thread = Thread.ofPlatform().daemon().name("retention").start(() -> run(ledger, retention, clock, before));
    }

    private void run(Ledger ledger, Retention retention, Clock clock, Consumer<BooleanSupplier> before) {
        try {
            do {
                prepare(before);
                sweep(ledger, retention, clock);
            } while (!stop.await(1, TimeUnit.HOURS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void prepare(Consumer<BooleanSupplier> before) {
        try {
            before.accept(() -> stop.getCount() == 0);
        } catch (RuntimeException e) {
            // Nothing of it may keep what is too old.
            LOG.warn("sessions could not be counted before old ones are deleted", e);
        }
    }

    private static void sweep(Ledger ledger, Retention retention, Clock clock) {
        try {
            int gone = ledger.expire(retention, clock.instant());
            if (gone > 0) {
                LOG.info("{} sessions deleted, older or more than retention allows", gone);
            }
        } catch (AmbitException e) {
            // The next hour brings another try.
            LOG.warn("old sessions could not be deleted", e);
        }
    }

    /** Waits for a sweep that is under way. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
