package io.ambit.bench.gateway;

import java.net.URI;

/**
 * Something that answers chat completions, with the mock upstream behind it.
 *
 * @param address its base URL, without {@code /v1}
 * @param process whose memory is told, 0 where it is not known
 * @param startMillis from its start until it was ready, negative where it ran already
 */
public record Proxy(String name, URI address, long process, double startMillis) {
    /** The name of the mock upstream itself. */
    static final String DIRECT = "direct";

    int port() {
        return address.getPort();
    }
}
