package io.ambit.gateway.route;

import java.util.List;

/** Chooses the upstream of each request. Thread-safe. */
public final class Router {
    private final List<UpstreamSettings> upstreams;
    private final Windows windows;

    /**
     * Chooses among {@code upstreams}.
     *
     * @param upstreams the first is where everything goes that no other has
     * @param windows asked last, for every destination
     */
    public Router(List<UpstreamSettings> upstreams, Windows windows) {
        if (upstreams.isEmpty()) {
            throw new IllegalArgumentException("no upstream, expected at least one");
        }
        this.upstreams = List.copyOf(upstreams);
        this.windows = windows;
    }

    /** Where a request goes. */
    public Destination route(Asked asked) {
        return windows.of(asked, Destination.asItCame(upstreams.get(0)));
    }
}
