package io.ambit.gateway;

import io.ambit.core.message.Transcript;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.Space;
import io.ambit.core.text.Hash;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Steps that the ledger does not have yet, or whose end it has not, while the client may go on already: the next request
 * of the same session must find them, or what it needs of them would be missing from its prefix. Requests of other
 * sessions wait for nothing.
 */
final class Unrecorded {
    private final Set<Step> steps = new LinkedHashSet<>();

    /** What a step leaves to be recorded. */
    enum Part {
        /** That it was, and what was decided: whatever goes on with its session needs that. */
        START,
        /** What it hid from its client, which belongs into the next prefix. */
        HIDDEN,
        /** The name of its answer: needed by those who go on by that name. */
        NAME
    }

    /** One such step, until it is {@link #done}. */
    final class Step {
        private final Space space;
        private final Hash tip;
        private final @Nullable String clientSession;
        private final Part part;
        private final AtomicBoolean done = new AtomicBoolean();

        private Step(Space space, Hash tip, @Nullable String clientSession, Part part) {
            this.space = space;
            this.tip = tip;
            this.clientSession = clientSession;
            this.part = part;
        }

        /** It is recorded, or never will be. Further calls do nothing. */
        void done() {
            if (done.compareAndSet(false, true)) {
                synchronized (Unrecorded.this) {
                    steps.remove(this);
                    Unrecorded.this.notifyAll();
                }
            }
        }

        private boolean concerns(Arrival next, Set<Hash> chain) {
            if (!space.equals(next.space())) {
                return false;
            }
            if (next.previousReply() != null) {
                return true; // by the name alone nothing tells whose it is
            }
            return part != Part.NAME
                    && (chain.contains(tip) || (clientSession != null && clientSession.equals(next.clientSession())));
        }
    }

    /** A step of the request {@code arrival}. */
    Step add(Arrival arrival, Part part) {
        return add(arrival.space(), arrival.transcript(), arrival.clientSession(), part);
    }

    /**
     * A step of a request.
     *
     * @param clientSession what the client calls its session, null where it does not say
     */
    synchronized Step add(Space space, Transcript transcript, @Nullable String clientSession, Part part) {
        Step step = new Step(space, transcript.tip(), clientSession, part);
        steps.add(step);
        return step;
    }

    /** What is not recorded yet of that which {@code next} may need. */
    synchronized Earlier before(Arrival next) {
        if (steps.isEmpty()) {
            return new Earlier(Set.of());
        }
        Set<Hash> chain = new HashSet<>(next.transcript().chain());
        return new Earlier(
                steps.stream().filter(step -> step.concerns(next, chain)).collect(Collectors.toUnmodifiableSet()));
    }

    /** Steps that another waits for. */
    final class Earlier {
        private final Set<Step> needed;

        private Earlier(Set<Step> needed) {
            this.needed = needed;
        }

        /** Waits until all of them are recorded, at most {@code patience}; returns whether that is so. */
        boolean await(Duration patience) throws InterruptedException {
            if (needed.isEmpty()) {
                return true;
            }
            synchronized (Unrecorded.this) {
                long deadline = System.nanoTime() + patience.toNanos();
                while (needed.stream().anyMatch(steps::contains)) {
                    long left = deadline - System.nanoTime();
                    if (left <= 0) {
                        return false;
                    }
                    Unrecorded.this.wait(left / 1_000_000, (int) (left % 1_000_000));
                }
                return true;
            }
        }
    }
}
