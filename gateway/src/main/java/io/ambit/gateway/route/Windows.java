package io.ambit.gateway.route;

import io.ambit.core.session.Usage;

/**
 * What is known of the windows of an upstream's models, and the ways to a window that a request fits into. Asked for each
 * request after its upstream is chosen. Thread-safe.
 */
public interface Windows {
    /** Knows nothing, and leaves every request as it is. */
    Windows UNKNOWN = (asked, chosen) -> chosen;

    /**
     * The same upstream, with the model's window as far as it is known; where the request does not fit into the one that
     * it would get, with another model name, translation or terms that give it a larger one.
     *
     * @param chosen before this, with the model to send and the translation that the upstream needs
     */
    Destination of(Asked asked, Destination chosen);

    /**
     * Takes note of what the upstream counted.
     *
     * @param model as the client named it
     * @param counted tokens of the request that was sent, as Ambit counts
     */
    default void learn(Destination sentTo, String model, long counted, Usage reported) {}

    /** The window that the model is loaded with, as the upstream says just now; 0 where it does not say. */
    default int loaded(Destination sentTo, String model) {
        return 0;
    }
}
