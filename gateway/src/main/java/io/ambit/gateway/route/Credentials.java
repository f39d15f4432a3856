package io.ambit.gateway.route;

import io.ambit.gateway.http.Headers;
import io.ambit.wire.WireFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** In whose name an upstream is asked. */
public final class Credentials {
    /** Ambit's own, for the door and for nobody behind it. */
    private static final String TOKEN_HEADER = "x-ambit-token";

    /** What tells a vendor who its customer is. */
    private static final Set<String> HEADERS = Set.of(
            "authorization",
            "x-api-key",
            "api-key",
            "x-goog-api-key",
            "cookie",
            "openai-organization",
            "openai-project",
            "chatgpt-account-id");

    private static final Set<String> PARAMETERS = Set.of("key", "api_key", "api-key", "access_token", "token");

    private Credentials() {}

    /**
     * The fields that {@code upstream} gets: the client's credentials only where they are for it and the request goes
     * there in the client's own format; a configured key in the way of {@code format}.
     *
     * @param format that the request arrives there in
     * @param asItCame whether that is the client's own
     */
    public static Headers of(Headers client, UpstreamSettings upstream, WireFormat format, boolean asItCame) {
        Headers without = client.without(TOKEN_HEADER::equals);
        UpstreamKey key = upstream.key();
        if (key.isClients() && asItCame) {
            return without;
        }
        without = without.without(HEADERS::contains);
        if (!key.isOwn()) {
            return without;
        }
        return format == WireFormat.ANTHROPIC
                ? without.with("x-api-key", key.secret())
                : without.with("Authorization", "Bearer " + key.secret());
    }

    /** What of a client's fields shows who it is. */
    static Headers only(Headers client) {
        return client.without(name -> !HEADERS.contains(name));
    }

    /** Whether a client shows a key of its own. */
    static boolean areIn(Headers client) {
        return client.has("authorization") || client.has("x-api-key") || client.has("api-key");
    }

    /** {@code target} without the parameters by which some clients show their key, where they are not for this one. */
    public static String target(String target, UpstreamSettings upstream, boolean asItCame) {
        int query = target.indexOf('?');
        if (query < 0 || (upstream.key().isClients() && asItCame)) {
            return target;
        }
        List<String> kept = new ArrayList<>();
        for (String parameter : target.substring(query + 1).split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (!PARAMETERS.contains(name.toLowerCase(Locale.ROOT))) {
                kept.add(parameter);
            }
        }
        String path = target.substring(0, query);
        return kept.isEmpty() ? path : path + "?" + String.join("&", kept);
    }
}
