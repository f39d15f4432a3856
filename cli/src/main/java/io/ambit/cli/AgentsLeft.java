package io.ambit.cli;

import io.ambit.cli.config.AccessToken;
import io.ambit.cli.config.AmbitHome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The agents that ask a running gateway, as far as it knows them. */
final class AgentsLeft {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private AgentsLeft() {}

    /** How many agents of {@code ambit run} there are; none where the gateway does not say. */
    static int count(RunningGateway gateway, AmbitHome home) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.url() + "/rest/runs"))
                .header("X-Ambit-Token", AccessToken.of(home))
                .timeout(PATIENCE)
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build()) {
            String body =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JsonMapper.shared().readTree(body).path("agents").asInt(0);
        } catch (IOException | JacksonException e) {
            return 0;
        }
    }
}
