package io.ambit.server.door;

import io.ambit.gateway.http.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ambit's own token among the fields of a request. A client shows it in a field of its own, or, where it knows no other
 * way, as its API key. It is compared in constant time, and never goes on to an upstream.
 */
public final class TokenFields {
    public static final String OWN = "X-Ambit-Token";

    private static final String AUTHORIZATION = "authorization";
    private static final Set<String> KEYS = Set.of("x-api-key", "api-key", "x-goog-api-key");

    private final byte[] token;

    /** @param token "" where there is none, which no field then shows */
    public TokenFields(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the token was shown. Where there is a field of its own, that one counts. */
    public boolean isIn(Headers headers) {
        if (headers.has(OWN)) {
            return headers.fields().stream()
                    .filter(field -> field.name().equalsIgnoreCase(OWN))
                    .allMatch(this::shows);
        }
        return headers.fields().stream().anyMatch(this::shows);
    }

    /** The fields without its own, and without any other that shows the token. */
    public Headers withoutToken(Headers headers) {
        List<Headers.Field> kept = new ArrayList<>(headers.fields().size());
        for (Headers.Field field : headers.fields()) {
            if (!field.name().equalsIgnoreCase(OWN) && !shows(field)) {
                kept.add(field);
            }
        }
        return kept.size() == headers.fields().size() ? headers : new Headers(kept);
    }

    private boolean shows(Headers.Field field) {
        String said = credential(field);
        return said != null
                && token.length > 0
                // In constant time: how much of a guess is right must not show in how long the answer takes.
                && MessageDigest.isEqual(token, said.getBytes(StandardCharsets.UTF_8));
    }

    /** What a field that may carry a key says, null for every other. */
    static @Nullable String credential(Headers.Field field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        String value = field.value();
        if (name.equals(AUTHORIZATION)) {
            return value.regionMatches(true, 0, "Bearer ", 0, 7)
                    ? value.substring(7).strip()
                    : null;
        }
        return KEYS.contains(name) || name.equalsIgnoreCase(OWN) ? value : null;
    }
}
