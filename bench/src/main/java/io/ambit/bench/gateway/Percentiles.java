package io.ambit.bench.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Of a set of times, in milliseconds: nearest rank.
 *
 * @param count how many times there were
 */
public record Percentiles(int count, double p50, double p99, double max) {
    private static final double NANOS = 1e6;

    /** Of no times at all. */
    public static final Percentiles NONE = new Percentiles(0, 0, 0, 0);

    /** Of times in nanoseconds; zeros where there are none. */
    static Percentiles of(List<Long> nanos) {
        return nanos.isEmpty()
                ? NONE
                : of(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    /** Of times in nanoseconds, at least one. */
    static Percentiles of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Percentiles(sorted.length, at(sorted, 0.50), at(sorted, 0.99), sorted[sorted.length - 1] / NANOS);
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / NANOS;
    }

    /** A JSON object. */
    String json() {
        return String.format(
                Locale.ROOT, "{\"count\":%d,\"p50_ms\":%.3f,\"p99_ms\":%.3f,\"max_ms\":%.3f}", count, p50, p99, max);
    }
}
