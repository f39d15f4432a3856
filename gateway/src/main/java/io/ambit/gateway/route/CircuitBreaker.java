package io.ambit.gateway.route;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Whether an upstream is worth asking: after some failures in a row it is left alone for a while, then one request tries
 * it, and its outcome decides. After M. Nygard, "Release It!" (2007). Thread-safe.
 */
public final class CircuitBreaker {
    /** How an upstream stands. */
    public enum State {
        /** Asked as usual. */
        CLOSED,
        /** Left alone. */
        OPEN,
        /** Tried by one request. */
        HALF_OPEN
    }

    private final int failures;
    private final Duration rest;
    private final InstantSource clock;
    private State state = State.CLOSED;
    private int inRow;
    private Instant since = Instant.MIN;

    CircuitBreaker(Resilience resilience, InstantSource clock) {
        this.failures = resilience.failures();
        this.rest = resilience.rest();
        this.clock = clock;
    }

    public synchronized State state() {
        return state;
    }

    /** Whether another upstream is to be preferred now. To ask changes nothing. */
    synchronized boolean isOpen() {
        // One that tried and never said how it went must not shut the upstream out for ever: another tries then.
        return state != State.CLOSED && clock.instant().isBefore(since.plus(rest));
    }

    /** A request goes there now: after the rest it is the one that tries, and the others are kept away until it is over. */
    synchronized void asked() {
        if (state != State.CLOSED && !isOpen()) {
            state = State.HALF_OPEN;
            since = clock.instant();
        }
    }

    /** It answered. */
    public synchronized void succeeded() {
        state = State.CLOSED;
        inRow = 0;
    }

    /** It did not answer, or said that it cannot now. Returns whether it is left alone from now on. */
    public synchronized boolean failed() {
        inRow++;
        if (state == State.CLOSED && inRow < failures) {
            return false;
        }
        boolean opens = state != State.OPEN;
        state = State.OPEN;
        since = clock.instant();
        return opens;
    }
}
