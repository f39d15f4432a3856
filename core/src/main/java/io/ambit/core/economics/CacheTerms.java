package io.ambit.core.economics;

import java.time.Duration;
import java.util.Objects;

/**
 * What an upstream asks for input that it has in its cache, in units of plain input.
 *
 * @param readPrice of a token that is read from the cache
 * @param writePrice of a token that is not, and is written to it
 * @param lifetime how long the cache keeps what nobody reads
 */
public record CacheTerms(double readPrice, double writePrice, Duration lifetime) {
    /** The terms that providers usually have, and by which replay reports price. */
    public static final CacheTerms USUAL = new CacheTerms(0.1, 1.25, Duration.ofMinutes(5));

    public CacheTerms {
        Objects.requireNonNull(lifetime, "lifetime");
        if (!(readPrice >= 0) || !(writePrice >= readPrice)) {
            throw new IllegalArgumentException(
                    "cache read at " + readPrice + ", write at " + writePrice + ": expected 0 <= read <= write");
        }
    }
}
