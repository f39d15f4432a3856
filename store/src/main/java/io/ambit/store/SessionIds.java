package io.ambit.store;

import io.ambit.core.session.SessionId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;

/** Names for new sessions: readable, and in the order of their time, {@code s-20261121-143052-k3f9} say (UTC). */
record SessionIds(RandomGenerator random) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 4;

    SessionId next(Instant at) {
        StringBuilder name = new StringBuilder("s-").append(TIME.format(at)).append('-');
        for (int i = 0; i < LENGTH; i++) {
            name.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new SessionId(name.toString());
    }
}
