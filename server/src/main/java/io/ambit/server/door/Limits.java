package io.ambit.server.door;

import java.time.Duration;

/**
 * What clients may take of the server.
 *
 * @param requests of one client in a minute, which may all come at once; 0 for no bound
 * @param bodyBytes of requests for an answer that are held for one client at a time; 0 for no bound
 * @param connections at a time, of all clients; more of them wait until one is closed
 * @param patience how long a connection may take to bring the head of its next request, and how long a body may take
 *     before it has to come at {@value BodyMeter#MIN_BYTES_PER_SECOND} bytes a second
 */
public record Limits(int requests, long bodyBytes, int connections, Duration patience) {
    public static final Limits DEFAULT = new Limits(6_000, 512L << 20, 10_000, Duration.ofSeconds(60));

    /** For programs that embed the server and bound their clients themselves. */
    public static final Limits OPEN = new Limits(0, 0, DEFAULT.connections(), DEFAULT.patience());

    public Limits {
        if (requests < 0 || bodyBytes < 0 || connections < 1 || !patience.isPositive()) {
            throw new IllegalArgumentException(
                    "limits of " + requests + " requests, " + bodyBytes + " bytes, " + connections + " connections and "
                            + patience + ", expected none negative, and connections and time above 0");
        }
    }

    public Limits withRequests(int aMinute) {
        return new Limits(aMinute, bodyBytes, connections, patience);
    }

    public Limits withBodyBytes(long bytes) {
        return new Limits(requests, bytes, connections, patience);
    }

    public Limits withConnections(int most) {
        return new Limits(requests, bodyBytes, most, patience);
    }

    public Limits withPatience(Duration time) {
        return new Limits(requests, bodyBytes, connections, time);
    }
}
