package io.ambit.bench.replay;

import java.util.Arrays;

/**
 * Wall time to build forwarded requests, from the client's bytes to the upstream's, in milliseconds.
 *
 * @param p50 half of the requests took at most this long
 * @param p99 of a hundred requests one took longer
 * @param max the longest, the first in a cold process mostly
 */
public record BuildTimes(double p50, double p99, double max) {

    static BuildTimes of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new BuildTimes(atShare(sorted, 0.5), atShare(sorted, 0.99), atShare(sorted, 1));
    }

    /** The nearest-rank percentile; 0 where nothing was measured. */
    private static double atShare(long[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }
}
