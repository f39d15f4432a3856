package io.ambit.gateway;

import java.net.URI;
import java.time.Duration;

/**
 * A small model that writes summaries.
 *
 * @param upstream base URL of a server that answers chat completions
 * @param model its name there
 * @param apiKey sent as a bearer token, "" for none
 * @param timeout for one summary
 */
public record SummaryModel(URI upstream, String model, String apiKey, Duration timeout) {
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

    /** The key stays out of logs and messages. */
    @Override
    public String toString() {
        return model + " at " + upstream;
    }
}
