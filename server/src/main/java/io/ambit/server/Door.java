package io.ambit.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask. A page of another site can make a browser send requests here, and can point its own name at this machine
 * (DNS rebinding): the Host header then carries its name, or the Origin header its site, and both are refused.
 */
final class Door {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> hosts = new HashSet<>(LOOPBACK);
    private final boolean auth;
    private final byte[] token;

    Door(ServerSettings settings) {
        settings.allowedHosts().forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
        auth = settings.auth();
        token = settings.token().getBytes(StandardCharsets.UTF_8);
    }

    /** Why a request with these headers is refused, null where it is let in. */
    @Nullable String refusal(@Nullable String host, @Nullable String origin) {
        if (host == null || !hosts.contains(withoutPort(host))) {
            return "the Host header names " + (host == null ? "nothing" : "'" + host + "'")
                    + ", expected this machine or one of allowedHosts";
        }
        if (origin != null && !isOurs(origin)) {
            return "requests from " + origin + " are not allowed, expected this machine or one of allowedHosts";
        }
        return null;
    }

    /** Whether the token was shown, as a bearer token or in a header of its own, where one is asked for. */
    boolean hasToken(@Nullable String authorization, @Nullable String own) {
        return !auth || showsToken(authorization, own);
    }

    /** Whether the token was shown, where none is asked for too. */
    boolean showsToken(@Nullable String authorization, @Nullable String own) {
        if (token.length == 0) {
            return false;
        }
        String shown = own;
        if (shown == null && authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            shown = authorization.substring(7).strip();
        }
        // In constant time: how much of a guess is right must not show in how long the answer takes.
        return shown != null && MessageDigest.isEqual(token, shown.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isOurs(String origin) {
        try {
            String host = new URI(origin).getHost();
            return host != null && hosts.contains(host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String withoutPort(String host) {
        int bracket = host.indexOf(']');
        int colon = host.indexOf(':', Math.max(bracket, 0));
        return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
    }
}
