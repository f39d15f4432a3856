package io.ambit.server.door;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many requests each client may still make: a token bucket that holds a minute's worth and fills steadily (the leaky
 * bucket as a meter of ITU-T I.371). Of the clients, those that asked last are remembered; one that was forgotten has
 * its bucket full again. Thread-safe.
 */
public final class Allowance {
    private static final int MAX_CLIENTS = 10_000;
    private static final double NANOS_PER_MINUTE = 60e9;

    private final int perMinute;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    /** What is left at a time. */
    private record Bucket(double requests, long at) {}

    /**
     * Everybody starts with a full bucket.
     *
     * @param perMinute 0 for no bound
     * @param nanos a clock that never goes back
     */
    public Allowance(int perMinute, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.nanos = nanos;
    }

    /** Whether anybody is counted. */
    public boolean isBounded() {
        return perMinute > 0;
    }

    /** Takes one request of {@code client}: 0 where it may pass, else the seconds after which another try may. */
    public synchronized int take(String client) {
        if (perMinute == 0) {
            return 0;
        }
        long now = nanos.getAsLong();
        Bucket before = buckets.getOrDefault(client, new Bucket(perMinute, now));
        double left = Math.min(perMinute, before.requests() + (now - before.at()) * perMinute / NANOS_PER_MINUTE);
        boolean passes = left >= 1;
        buckets.put(client, new Bucket(passes ? left - 1 : left, now));
        if (buckets.size() > MAX_CLIENTS) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return passes ? 0 : Math.max(1, (int) Math.ceil((1 - left) * 60 / perMinute));
    }
}
