package io.ambit.cli;

import io.ambit.cli.config.AccessToken;
import io.ambit.cli.config.AmbitHome;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * What a running gateway says of itself.
 *
 * @param unrecorded requests that went through without a record since it started
 */
record Readiness(long unrecorded) {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Empty where it does not answer. */
    static Optional<Readiness> of(RunningGateway gateway, AmbitHome home) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.url() + "/readyz"))
                    .timeout(PATIENCE)
                    .header("X-Ambit-Token", AccessToken.of(home))
                    .build();
            byte[] body = client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            return Json.parse(body).get("unrecorded") instanceof Json.Num count
                    ? Optional.of(new Readiness(count.asLong(0)))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException | JsonSyntaxException e) {
            return Optional.empty();
        }
    }
}
