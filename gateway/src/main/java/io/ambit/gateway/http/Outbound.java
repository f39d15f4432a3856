package io.ambit.gateway.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How upstreams are reached.
 *
 * @param connectTimeout until a connection stands
 * @param firstByteTimeout until the status line; a local model may evaluate a long prompt for minutes
 * @param idleTimeout between two pieces of an answer
 * @param caFile PEM certificates to trust in place of the Java platform's, null for those
 * @param proxy HTTP proxy, null for none
 * @param noProxy hosts to reach without it: a name, or a suffix that begins with a dot
 */
public record Outbound(
        Duration connectTimeout,
        Duration firstByteTimeout,
        Duration idleTimeout,
        @Nullable Path caFile,
        @Nullable URI proxy,
        List<String> noProxy) {
    public static final Outbound DEFAULT =
            new Outbound(Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofMinutes(5), null, null, List.of());

    public Outbound {
        noProxy = List.copyOf(noProxy);
    }

    public Outbound withTimeouts(Duration connect, Duration firstByte, Duration idle) {
        return new Outbound(connect, firstByte, idle, caFile, proxy, noProxy);
    }

    public Outbound withCaFile(@Nullable Path pem) {
        return new Outbound(connectTimeout, firstByteTimeout, idleTimeout, pem, proxy, noProxy);
    }

    public Outbound withProxy(@Nullable URI through, List<String> except) {
        return new Outbound(connectTimeout, firstByteTimeout, idleTimeout, caFile, through, except);
    }

    /** Whether {@code host} is to be reached through the proxy; this machine never is. */
    public boolean usesProxyFor(String host) {
        return proxy != null
                && !host.equals("localhost")
                && !host.startsWith("127.")
                && !host.equals("[::1]")
                && noProxy.stream().noneMatch(name -> matches(host, name));
    }

    private static boolean matches(String host, String name) {
        return name.equals("*") || host.equalsIgnoreCase(name) || endsWithDomain(host, name);
    }

    private static boolean endsWithDomain(String host, String name) {
        String suffix = name.startsWith(".") ? name : "." + name;
        return host.length() > suffix.length()
                && host.regionMatches(true, host.length() - suffix.length(), suffix, 0, suffix.length());
    }
}
