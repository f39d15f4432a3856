package io.ambit.gateway;

import io.ambit.core.error.AmbitException;
import io.ambit.gateway.http.Headers;
import io.ambit.gateway.http.Upstream;
import io.ambit.gateway.http.UpstreamAddress;
import io.ambit.gateway.http.UpstreamAnswer;
import java.io.IOException;
import java.time.Duration;

/** Asks a configured upstream for its models, the way that requests go: to see whether it can be reached. */
public final class UpstreamProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private UpstreamProbe() {}

    /**
     * The status of {@code GET /v1/models}, whatever it is: an upstream that asks for a key is reached all the same.
     *
     * @throws AmbitException where there is no answer within 3 seconds; the message says why
     */
    public static int status(GatewaySettings settings) {
        try (Upstream upstream = new Upstream(settings.outbound().withTimeouts(PATIENCE, PATIENCE, PATIENCE))) {
            String models = new UpstreamAddress(settings.first().base()).of("/v1/models");
            try (UpstreamAnswer answer =
                    upstream.call("GET", models, Headers.NONE).send(new byte[0])) {
                return answer.status();
            }
        } catch (IOException e) {
            throw new AmbitException("the connection broke: " + e.getMessage(), e);
        }
    }
}
