package io.ambit.server.dashboard.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The browsers that are let in, by the secret in their cookie. In memory: a restart asks all to log in again. */
public final class BrowserSessions {
    /** How long one may stay away. */
    public static final Duration IDLE = Duration.ofHours(12);
    /** More at once are not one person's: the one that stayed away longest goes. */
    static final int MAX = 64;

    private record Seen(Visitor visitor, Instant lastSeen) {}

    private final InstantSource clock;
    private final Map<String, Seen> bySecret = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MAX;
        }
    };

    public BrowserSessions(InstantSource clock) {
        this.clock = clock;
    }

    /** Lets a browser in; what is returned goes into its cookie. */
    synchronized String open() {
        String secret = Secret.fresh();
        bySecret.put(secret, new Seen(new Visitor(Secret.fresh()), clock.instant()));
        return secret;
    }

    /** The visitor with this secret in the cookie; empty where there is none, or none any more. */
    synchronized Optional<Visitor> find(String secret) {
        Seen seen = bySecret.get(secret);
        if (seen == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (seen.lastSeen().plus(IDLE).isBefore(now)) {
            bySecret.remove(secret);
            return Optional.empty();
        }
        bySecret.put(secret, new Seen(seen.visitor(), now));
        return Optional.of(seen.visitor());
    }

    /** Shows a browser out. */
    synchronized void close(String secret) {
        bySecret.remove(secret);
    }
}
