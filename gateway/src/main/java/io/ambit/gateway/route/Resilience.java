package io.ambit.gateway.route;

import java.time.Duration;

/**
 * What is done when an upstream does not answer.
 *
 * @param retries how often a request is sent again at most, to another upstream or to the same after the time that it
 *     asked for
 * @param maxWait the longest such time that is waited out while the client waits too
 * @param failures in a row after which an upstream is left alone
 * @param rest for how long, until one request tries it again
 */
public record Resilience(int retries, Duration maxWait, int failures, Duration rest) {
    public static final Resilience DEFAULT = new Resilience(2, Duration.ofSeconds(2), 3, Duration.ofSeconds(30));

    public Resilience {
        if (retries < 0 || failures < 1 || maxWait.isNegative() || rest.isNegative()) {
            throw new IllegalArgumentException("retries " + retries + ", failures " + failures + ", wait " + maxWait
                    + ", rest " + rest + ", expected no negative number and at least one failure");
        }
    }
}
