package io.ambit.core.session;

import java.time.Duration;

/** How long a session lives after its last request, and how many bytes the ledger may take. */
public record Retention(Duration sessionLife, long maxBytes) {
    public static final Retention DEFAULT = new Retention(Duration.ofDays(30), 5L << 30);

    public Retention {
        if (sessionLife.isNegative() || maxBytes < 0) {
            throw new IllegalArgumentException("retention of " + sessionLife + " and " + maxBytes + " bytes");
        }
    }
}
