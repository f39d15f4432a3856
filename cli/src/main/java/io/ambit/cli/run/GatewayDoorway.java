package io.ambit.cli.run;

import io.ambit.core.error.AmbitException;
import io.ambit.core.session.Space;
import io.ambit.core.text.JsonTree;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running gateway, told of each upstream as it is asked for. Starts one at the first, where none runs. */
final class GatewayDoorway implements Doorway {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Supplier<URI> gateway;
    private final String token;
    private final Space space;
    private final long pid;
    private final Map<URI, String> known = new HashMap<>();

    /**
     * Does nothing yet.
     *
     * @param gateway its address; starts it where it has to
     * @param pid of the process for which it is to stay
     */
    GatewayDoorway(Supplier<URI> gateway, String token, Space space, long pid) {
        this.gateway = gateway;
        this.token = token;
        this.space = space;
        this.pid = pid;
    }

    @Override
    public String address(URI upstream) {
        return known.computeIfAbsent(upstream, this::register);
    }

    private String register(URI upstream) {
        URI here = gateway.get();
        if (upstream.getPort() == here.getPort() && HERE.contains(upstream.getHost())) {
            String own = upstream.toString().replaceAll("/+$", "");
            return own.endsWith("/v1") ? own.substring(0, own.length() - 3) : own;
        }
        String body = JsonTree.write(JsonTree.object("pid", pid, "upstreams", List.of(upstream.toString())));
        return here + ask(here, body).path("paths").path(0).asString("") + "/s/" + space.id();
    }

    private JsonNode ask(URI here, String body) {
        HttpRequest request = HttpRequest.newBuilder(here.resolve("/rest/runs"))
                .header("X-Ambit-Token", token)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        // This machine's own address is asked for without any proxy.
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new AmbitException("the gateway at " + here + " does not take this run, status "
                        + answer.statusCode() + ": " + answer.body()
                        + ". Stop it with 'ambit stop' where it is older than this program");
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException | JacksonException e) {
            throw new AmbitException("the gateway at " + here + " cannot be asked: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AmbitException("interrupted while the gateway was asked", e);
        }
    }
}
