package io.ambit.core.economics;

import java.time.Duration;

/**
 * On what terms an upstream caches the beginning of a request, in units of the price of a plain input token.
 *
 * @param readPrice of a token that it reads from its cache; 1 where it caches nothing
 * @param writePrice of a token that it computes and keeps in its cache; 1 where keeping costs nothing
 * @param lifetime how long an entry stays after its last use
 */
public record CacheTerms(double readPrice, double writePrice, Duration lifetime) {
    /** As vendors with a prompt cache mostly have them. */
    public static final CacheTerms USUAL =
            new CacheTerms(Prices.USUAL.cached(), Prices.USUAL.uncached(), Duration.ofMinutes(5));

    public CacheTerms {
        if (!(readPrice >= 0) || !(writePrice >= 0) || lifetime.isNegative()) {
            throw new IllegalArgumentException(
                    "cache terms of " + readPrice + ", " + writePrice + " and " + lifetime + ", expected none below 0");
        }
    }

    /** Whether an entry last used so long ago is gone. */
    public boolean isExpiredAfter(Duration idle) {
        return idle.compareTo(lifetime) > 0;
    }
}
