package io.ambit.gateway;

import io.ambit.core.error.AmbitException;
import io.ambit.gateway.http.Outbound;
import io.ambit.gateway.http.Upstream;
import io.ambit.gateway.http.UpstreamException;
import io.ambit.gateway.route.UpstreamModels;
import io.ambit.gateway.route.UpstreamSettings;
import java.time.Duration;
import java.util.List;

/** Asks a configured upstream for its models, the way that requests go: to see whether it can be reached. */
public final class UpstreamProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private UpstreamProbe() {}

    /**
     * What it answered.
     *
     * @param status whatever it is: an upstream that asks for a key is reached all the same
     * @param models none where it gave no list that can be read
     */
    public record Answer(int status, List<String> models) {
        public Answer {
            models = List.copyOf(models);
        }
    }

    /**
     * Its answer to the question for its models.
     *
     * @throws AmbitException where there is no answer within 3 seconds; the message says why
     */
    public static Answer ask(UpstreamSettings upstream, Outbound outbound) {
        try (Upstream http = new Upstream(outbound.withTimeouts(PATIENCE, PATIENCE, PATIENCE))) {
            return new Answer(200, new UpstreamModels(http).models(upstream));
        } catch (UpstreamModels.NoListException e) {
            return new Answer(e.status(), List.of());
        } catch (UpstreamException e) {
            throw new AmbitException(String.valueOf(e.getMessage()), e);
        }
    }
}
