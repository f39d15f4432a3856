package io.ambit.bench.replay;

import io.ambit.bench.recorded.Trajectory;
import io.ambit.core.economics.CacheTerms;
import io.ambit.wire.logs.LogUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a session waited before each of its requests, as its recording tells. A request leaves when what it ends
 * with was written.
 *
 * @param before each request, zero before the first and where the recording does not say
 * @param isKnown whether the recording has times at all
 * @param lifetime of what the provider's cache holds
 */
record RequestGaps(List<Duration> before, boolean isKnown, Duration lifetime) {
    private static final Duration HOUR = Duration.ofHours(1);

    RequestGaps {
        before = List.copyOf(before);
    }

    static RequestGaps of(Trajectory trajectory) {
        List<Duration> gaps = new ArrayList<>();
        Instant last = null;
        boolean known = false;
        for (int step : trajectory.steps()) {
            Instant at = sentAt(trajectory, step);
            known |= at != null;
            Duration gap = last == null || at == null ? Duration.ZERO : Duration.between(last, at);
            gaps.add(gap.isNegative() ? Duration.ZERO : gap);
            last = at == null ? last : at;
        }
        return new RequestGaps(gaps, known, keepsForAnHour(trajectory) ? HOUR : CacheTerms.USUAL.lifetime());
    }

    private static @Nullable Instant sentAt(Trajectory trajectory, int step) {
        Instant at = trajectory.factsOf(step - 1).at();
        return at == null ? trajectory.factsOf(step).at() : at;
    }

    private static boolean keepsForAnHour(Trajectory trajectory) {
        long usual = 0;
        long hour = 0;
        for (int step : trajectory.steps()) {
            LogUsage usage = trajectory.factsOf(step).usage();
            usual += usage == null ? 0 : usage.cacheWrite();
            hour += usage == null ? 0 : usage.cacheWriteHour();
        }
        return hour > usual;
    }

    /** Whether nothing was left in the provider's cache when the request came. */
    boolean isExpired(int step) {
        return before.get(step).compareTo(lifetime) > 0;
    }

    /** How many requests found nothing left. */
    int expiries() {
        int count = 0;
        for (int step = 0; step < before.size(); step++) {
            count += isExpired(step) ? 1 : 0;
        }
        return count;
    }
}
