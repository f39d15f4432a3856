package io.ambit.gateway.http;

import java.net.URI;
import java.util.Objects;

/** Joins a base URL, with or without {@code /v1} at its end, and the target of a request, which begins with it. */
public final class UpstreamAddress {
    private final String prefix;

    public UpstreamAddress(URI base) {
        String path = Objects.requireNonNullElse(base.getRawPath(), "");
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        if (path.endsWith("/v1")) {
            path = path.substring(0, path.length() - 3);
        }
        prefix = base.getScheme() + "://" + base.getRawAuthority() + path;
    }

    /** Where {@code target} goes, unchanged after the base. */
    public String of(String target) {
        return prefix + target;
    }
}
