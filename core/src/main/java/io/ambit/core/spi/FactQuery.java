package io.ambit.core.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which facts are meant, and as of when.
 *
 * @param subject compared without regard to case; null for any
 * @param predicate compared without regard to case; null for any
 * @param worldAt facts that hold at this time; null for any
 * @param knownAt as the store knew it at this time; null for now
 */
public record FactQuery(
        @Nullable String subject,
        @Nullable String predicate,
        @Nullable Instant worldAt,
        @Nullable Instant knownAt) {
    public static final FactQuery ALL = new FactQuery(null, null, null, null);
}
