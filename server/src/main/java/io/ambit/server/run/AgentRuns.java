package io.ambit.server.run;

import io.ambit.gateway.route.RegisteredUpstreams;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The agents that were started with {@code ambit run}, where their requests go, and for how long nobody has asked for
 * anything. Thread-safe.
 */
public final class AgentRuns {
    private final RegisteredUpstreams upstreams;
    private final LongSupplier nanos;
    private final Map<Long, ProcessHandle> alive = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong last;

    /** @param nanos a clock that only goes forward, {@code System::nanoTime} */
    public AgentRuns(RegisteredUpstreams upstreams, LongSupplier nanos) {
        this.upstreams = upstreams;
        this.nanos = nanos;
        this.last = new AtomicLong(nanos.getAsLong());
    }

    public RegisteredUpstreams upstreams() {
        return upstreams;
    }

    /** An agent that has this process, for as long as it lives; a process that is not there changes nothing. */
    void add(long pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        process.ifPresent(found -> alive.put(pid, found));
    }

    /** How many agents run now. */
    public int count() {
        alive.values().removeIf(process -> !process.isAlive());
        return alive.size();
    }

    void began() {
        underWay.incrementAndGet();
        last.set(nanos.getAsLong());
    }

    void ended() {
        last.set(nanos.getAsLong());
        underWay.decrementAndGet();
    }

    /** How long no request has come, none was under way and no agent ran. */
    public Duration idle() {
        if (underWay.get() > 0 || count() > 0) {
            last.set(nanos.getAsLong());
        }
        return Duration.ofNanos(Math.max(0, nanos.getAsLong() - last.get()));
    }
}
