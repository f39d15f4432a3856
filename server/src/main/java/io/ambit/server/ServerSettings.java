package io.ambit.server;

import io.ambit.server.door.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Where the server listens and whom it lets in.
 *
 * @param host address to bind to; any but one of this machine's own asks for the token whatever is wanted
 * @param port 0 for any that is free
 * @param allowedHosts names beside those of this machine that a Host or Origin header may carry
 * @param token asked for by what reads stored text, "" where {@code auth} is off
 * @param auth whether the token is asked for
 * @param drain how long running requests may still take when the server stops
 * @param limits what clients may take of it
 */
public record ServerSettings(
        String host, int port, List<String> allowedHosts, String token, boolean auth, Duration drain, Limits limits) {
    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final int DEFAULT_PORT = 7411;
    public static final Duration DEFAULT_DRAIN = Duration.ofSeconds(20);

    public ServerSettings {
        allowedHosts = List.copyOf(allowedHosts);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + ", expected 0 to 65535");
        }
        if (auth && token.isBlank()) {
            throw new IllegalArgumentException("no token, expected one where auth is on");
        }
        if (!auth && !isLoopback(host)) {
            throw new IllegalArgumentException("host " + host + " without a token, expected auth to be on");
        }
    }

    /** Without limits on what one client may ask. */
    public ServerSettings(
            String host, int port, List<String> allowedHosts, String token, boolean auth, Duration drain) {
        this(host, port, allowedHosts, token, auth, drain, Limits.OPEN);
    }

    /** On this machine, at {@code port}, with {@code token} at the door of what reads stored text. */
    public static ServerSettings local(int port, String token) {
        return new ServerSettings(DEFAULT_HOST, port, List.of(), token, true, DEFAULT_DRAIN);
    }

    public ServerSettings withHost(String address) {
        return new ServerSettings(address, port, allowedHosts, token, auth, drain, limits);
    }

    public ServerSettings withAllowedHosts(List<String> names) {
        return new ServerSettings(host, port, names, token, auth, drain, limits);
    }

    public ServerSettings withDrain(Duration time) {
        return new ServerSettings(host, port, allowedHosts, token, auth, time, limits);
    }

    public ServerSettings withLimits(Limits others) {
        return new ServerSettings(host, port, allowedHosts, token, auth, drain, others);
    }

    /** Whether programs of other machines can reach it. */
    public boolean isOpenToOthers() {
        return !isLoopback(host);
    }

    /** Whether {@code host} is an address that only programs of this machine can reach. */
    public static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals("::1")
                || name.equals("[::1]")
                || name.matches("127(\\.[0-9]{1,3}){3}");
    }

    /** The token stays out of logs and messages. */
    @Override
    public String toString() {
        return host + ":" + port + (auth ? ", token asked for" : ", open");
    }
}
