package io.ambit.cli.run;

import io.ambit.core.error.AmbitException;
import io.ambit.gateway.route.NearHost;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/** Addresses of upstreams, as agents have them in their settings. */
final class BaseUrl {
    static final URI ANTHROPIC = URI.create("https://api.anthropic.com");
    static final URI OPENAI = URI.create("https://api.openai.com/v1");

    private BaseUrl() {}

    /**
     * An address that requests can be sent to.
     *
     * @param where it stands, for the message
     * @throws AmbitException where it is none, or carries what would be lost or shown: a name, a query, a fragment
     */
    static URI of(String text, String where) {
        try {
            URI base = new URI(text.strip());
            String scheme = Objects.requireNonNullElse(base.getScheme(), "");
            if ((scheme.equals("http") || scheme.equals("https"))
                    && base.getHost() != null
                    && base.getRawUserInfo() == null
                    && base.getRawQuery() == null
                    && base.getRawFragment() == null) {
                return base;
            }
        } catch (URISyntaxException e) {
            // told below, in the same words
        }
        throw new AmbitException(where + ": expected http://HOST or https://HOST with a path at most: requests to "
                + "anything else cannot be led through the gateway");
    }

    /**
     * The same for clients that put {@code /chat/completions} or {@code /responses} straight after it.
     *
     * @throws AmbitException where its path neither is empty nor ends in {@code /v1}
     */
    static URI openAi(String text, String where) {
        URI base = of(text, where);
        String path = withoutSlash(Objects.requireNonNullElse(base.getRawPath(), ""));
        if (path.isEmpty() || path.endsWith("/v1")) {
            return base;
        }
        throw new AmbitException(where + ": the path of " + base + " does not end in /v1, and requests to such an "
                + "address cannot be led through the gateway");
    }

    /** Whether what is asked there is answered on this machine or in its own network. */
    static boolean isLocal(URI base) {
        return NearHost.is(base);
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? withoutSlash(path.substring(0, path.length() - 1)) : path;
    }
}
