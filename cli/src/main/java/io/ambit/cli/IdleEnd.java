package io.ambit.cli;

import io.ambit.server.run.AgentRuns;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ends the gateway when nobody has asked it for anything for a while. */
final class IdleEnd implements AutoCloseable {
    private static final int LOOKS = 20;
    private static final Duration MOST = Duration.ofSeconds(5);
    private static final Duration LEAST = Duration.ofMillis(20);

    private final Thread thread;

    /**
     * Watches from now on.
     *
     * @param end called once, on a thread of its own
     */
    IdleEnd(AgentRuns runs, Duration after, Runnable end) {
        Duration part = after.dividedBy(LOOKS);
        Duration pause = part.compareTo(MOST) > 0 ? MOST : part.compareTo(LEAST) < 0 ? LEAST : part;
        thread = Thread.ofPlatform().daemon().name("ambit-idle").start(() -> {
            try {
                while (runs.idle().compareTo(after) < 0) {
                    TimeUnit.NANOSECONDS.sleep(pause.toNanos());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            Thread.ofPlatform().name("ambit-idle-end").start(end);
        });
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
