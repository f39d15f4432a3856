package io.ambit.gateway;

import io.ambit.core.session.Space;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Steps whose clients have, or are about to have, the end of their answers while the ledger has not: the next request of
 * the same session must find that end, or what it needs of it would be missing from the prefix.
 */
final class Unrecorded {
    private final Map<Space, Integer> steps = new HashMap<>();

    /** One such step, until it is {@link #done}. */
    final class Step {
        private final Space space;
        private final AtomicBoolean done = new AtomicBoolean();

        private Step(Space space) {
            this.space = space;
        }

        /** It is recorded, or never will be. Further calls do nothing. */
        void done() {
            if (done.compareAndSet(false, true)) {
                change(space, -1);
            }
        }
    }

    Step add(Space space) {
        change(space, 1);
        return new Step(space);
    }

    private synchronized void change(Space space, int by) {
        steps.merge(space, by, (a, b) -> a + b == 0 ? null : a + b);
        notifyAll();
    }

    /** Waits until there is none in {@code space}, at most {@code patience}; returns whether that is so. */
    synchronized boolean await(Space space, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (steps.containsKey(space)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        return true;
    }
}
