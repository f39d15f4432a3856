package io.ambit.core.memory.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A span of time.
 *
 * @param from its start; null where it has none
 * @param to the first instant after it; null where it does not end
 */
public record TimeSpan(@Nullable Instant from, @Nullable Instant to) {
    public TimeSpan {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "span from " + from + " to " + to + ", expected the end after the start");
        }
    }

    /** Whole days, the last one included. */
    static TimeSpan ofDays(LocalDate first, LocalDate last, ZoneId zone) {
        return new TimeSpan(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    public boolean contains(Instant time) {
        return (from == null || !time.isBefore(from)) && (to == null || time.isBefore(to));
    }

    /** How well a time fits: 1 inside, falling to 0 at the span's own length (a day at least) outside; 0 beyond. */
    public double fit(Instant time) {
        if (contains(time)) {
            return 1;
        }
        if (from == null || to == null) {
            return 0;
        }
        Duration outside = time.isBefore(from) ? Duration.between(time, from) : Duration.between(to, time);
        Duration length = Duration.between(from, to);
        long scale = Math.max(length.toSeconds(), Duration.ofDays(1).toSeconds());
        // Half at most: what is near is no match, only likelier than what is far.
        return Math.max(0, 0.5 * (1 - (double) outside.toSeconds() / scale));
    }
}
