package io.ambit.gateway.route;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A circuit breaker for each upstream. Thread-safe. */
public final class Breakers {
    private final Resilience resilience;
    private final InstantSource clock;
    private final Map<String, CircuitBreaker> byName = new ConcurrentHashMap<>();

    public Breakers(Resilience resilience, InstantSource clock) {
        this.resilience = resilience;
        this.clock = clock;
    }

    /** The one of the upstream of that name. */
    public CircuitBreaker of(String upstream) {
        return byName.computeIfAbsent(upstream, name -> new CircuitBreaker(resilience, clock));
    }

    /** By the clock that rests are measured with. */
    Instant now() {
        return clock.instant();
    }

    public Resilience resilience() {
        return resilience;
    }
}
