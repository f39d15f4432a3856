package io.ambit.server;

import io.ambit.gateway.GatewayCounters;
import io.ambit.gateway.route.CircuitBreaker;
import io.ambit.gateway.route.Router;
import io.ambit.gateway.route.UpstreamSettings;
import java.util.Locale;

/** How the upstreams are and what was done about it, in Prometheus' text format. */
final class UpstreamsText {
    private static final String STATE = "ambit_upstream_state";

    private UpstreamsText() {}

    static void write(StringBuilder out, GatewayCounters counters, Router router) {
        counter(out, "ambit_retries_total", "Requests sent to an upstream again.", counters.retries());
        counter(out, "ambit_fallbacks_total", "Requests sent to another upstream.", counters.fallbacks());
        counter(out, "ambit_breaker_opens_total", "Upstreams left alone from then on.", counters.breakerOpens());
        head(out, STATE, "gauge", "1 for the state of the upstream: closed is well, open is left alone.");
        for (UpstreamSettings upstream : router.upstreams()) {
            CircuitBreaker.State now = router.breakers().of(upstream.name()).state();
            for (CircuitBreaker.State state : CircuitBreaker.State.values()) {
                // Names of upstreams are of letters that need no escape.
                out.append(STATE).append("{upstream=\"").append(upstream.name());
                out.append("\",state=\"").append(state.name().toLowerCase(Locale.ROOT));
                out.append("\"} ").append(state == now ? 1 : 0).append('\n');
            }
        }
    }

    private static void counter(StringBuilder out, String name, String help, long value) {
        head(out, name, "counter", help);
        out.append(name).append(' ').append(value).append('\n');
    }

    private static void head(StringBuilder out, String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }
}
