package io.ambit.server.dashboard.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Codes that let a browser in, once each and for a short time. The token itself never stands in an address, where
 * histories and lists of processes would keep it. Thread-safe.
 */
public final class LoginCodes {
    /** How long a code waits to be used. */
    public static final Duration LIFE = Duration.ofMinutes(2);
    /** More than this wait for nobody: the oldest goes. */
    static final int MAX_WAITING = 32;

    private final InstantSource clock;
    private final Map<String, Instant> expiries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MAX_WAITING;
        }
    };

    public LoginCodes(InstantSource clock) {
        this.clock = clock;
    }

    /** A new code, for somebody who has shown the token. */
    public synchronized String issue() {
        String code = Secret.fresh();
        expiries.put(code, clock.instant().plus(LIFE));
        return code;
    }

    /** Uses a code up; false where it is unknown, used or too old. */
    public synchronized boolean redeem(String code) {
        Instant expiry = expiries.remove(code);
        return expiry != null && clock.instant().isBefore(expiry);
    }
}
