package io.ambit.gateway.observe;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/** How many durations fell under each of a few bounds, as Prometheus counts them. Thread-safe. */
public final class Histogram {
    private static final double[] BOUNDS = {
        0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600
    };

    private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    Histogram() {
        Arrays.setAll(buckets, i -> new LongAdder());
    }

    void observe(Duration duration) {
        double seconds = duration.toNanos() / 1e9;
        int at = Arrays.binarySearch(BOUNDS, seconds);
        buckets[at < 0 ? -at - 1 : at].increment();
        nanos.add(duration.toNanos());
    }

    /** How many bounds there are; one more bucket has no bound. */
    public static int bounds() {
        return BOUNDS.length;
    }

    /** In seconds, included. */
    public static double bound(int index) {
        return BOUNDS[index];
    }

    /** How many were not above that bound; with {@link #bounds()} for {@code index}, how many there were. */
    public long upTo(int index) {
        long sum = 0;
        for (int i = 0; i <= index; i++) {
            sum += buckets[i].sum();
        }
        return sum;
    }

    public double sumSeconds() {
        return nanos.sum() / 1e9;
    }
}
