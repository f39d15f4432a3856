package io.ambit.server;

import java.time.Duration;
import java.util.List;

/**
 * Where the server listens and whom it lets in.
 *
 * @param host address to bind to
 * @param port 0 for any that is free
 * @param allowedHosts names beside those of this machine that a Host or Origin header may carry
 * @param token asked for by what reads stored text, "" where {@code auth} is off
 * @param auth whether the token is asked for
 * @param drain how long running requests may still take when the server stops
 */
public record ServerSettings(
        String host, int port, List<String> allowedHosts, String token, boolean auth, Duration drain) {
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
    }

    /** On this machine, at {@code port}, with {@code token} at the door of what reads stored text. */
    public static ServerSettings local(int port, String token) {
        return new ServerSettings(DEFAULT_HOST, port, List.of(), token, true, DEFAULT_DRAIN);
    }

    /** The token stays out of logs and messages. */
    @Override
    public String toString() {
        return host + ":" + port + (auth ? ", token asked for" : ", open");
    }
}
