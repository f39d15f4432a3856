package io.ambit.gateway.route;

/**
 * How requests are sent where they are sent.
 *
 * @param resilience what is done when an upstream does not answer
 */
public record RoutingSettings(Resilience resilience) {
    public static final RoutingSettings DEFAULT = new RoutingSettings(Resilience.DEFAULT);

    public RoutingSettings withResilience(Resilience other) {
        return new RoutingSettings(other);
    }
}
