package io.ambit.gateway.route;

import java.util.List;

/** Chooses the upstream of each request. Thread-safe. */
public final class Router {
    private final List<UpstreamSettings> upstreams;

    /** @param upstreams the first is where everything goes that no other has */
    public Router(List<UpstreamSettings> upstreams) {
        if (upstreams.isEmpty()) {
            throw new IllegalArgumentException("no upstream, expected at least one");
        }
        this.upstreams = List.copyOf(upstreams);
    }

    /** Where a request goes. */
    public Destination route(Asked asked) {
        UpstreamSettings own = asked.own();
        return Destination.asItCame(own == null ? upstreams.get(0) : own);
    }
}
