package io.ambit.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C as a wish: the process does not end before the work at hand had the time to give what it has. Close it when
 * that is done.
 */
public final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean came;

    private Interruption() {
        hook = new Thread(this::hold, "interruption");
    }

    public static Interruption watched() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    public boolean came() {
        return came || Thread.currentThread().isInterrupted();
    }

    private void hold() {
        came = true;
        try {
            boolean given = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            came = given || came;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        if (!came) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                came = true; // the process is ending already
            }
        }
    }
}
