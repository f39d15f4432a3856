package io.ambit.server;

import io.ambit.gateway.http.Headers;
import io.ambit.server.door.TokenFields;
import java.net.URI;
import java.net.URISyntaxException;
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
    private final TokenFields token;
    private final boolean openToOthers;

    Door(ServerSettings settings) {
        settings.allowedHosts().forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
        auth = settings.auth();
        token = new TokenFields(settings.token());
        openToOthers = settings.isOpenToOthers();
        if (openToOthers) {
            String own = settings.host().toLowerCase(Locale.ROOT);
            hosts.add(own.contains(":") && !own.startsWith("[") ? "[" + own + "]" : own);
        }
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

    /** Whether nothing is done without the token: programs of other machines can ask. */
    boolean asksEverybody() {
        return openToOthers;
    }

    /** Whether the token was shown, where one is asked for. */
    boolean hasToken(Headers headers) {
        return !auth || showsToken(headers);
    }

    /** Whether the token was shown, where none is asked for too. */
    boolean showsToken(Headers headers) {
        return token.isIn(headers);
    }

    /** What of a request's fields may go to an upstream: all but Ambit's own token. */
    Headers forwardable(Headers headers) {
        return token.withoutToken(headers);
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
