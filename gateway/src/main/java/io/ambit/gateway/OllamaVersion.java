package io.ambit.gateway;

import io.ambit.gateway.http.Headers;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.wire.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The question of Ollama's clients for its version, where no upstream is an Ollama that could answer it. */
final class OllamaVersion {
    private static final byte[] BODY = "{\"version\":\"0.0.0\",\"server\":\"ambit\"}".getBytes(StandardCharsets.UTF_8);

    private OllamaVersion() {}

    static boolean asks(ClientExchange client, String path, List<UpstreamSettings> upstreams) {
        return path.equals("/api/version")
                && client.method().equals("GET")
                && client.own() == null
                && upstreams.stream()
                        .noneMatch(upstream ->
                                upstream.speaks(WireFormat.OLLAMA_CHAT) || upstream.speaks(WireFormat.OLLAMA_GENERATE));
    }

    /** Returns the status that the client got, 0 where it went away first. */
    static int answer(ClientExchange client) {
        try {
            client.begin(
                    200,
                    new Headers(List.of(
                            new Headers.Field("Content-Type", "application/json"),
                            new Headers.Field("Content-Length", Integer.toString(BODY.length)))));
            client.out().write(BODY);
            client.out().flush();
            client.end();
            return 200;
        } catch (IOException e) {
            return 0;
        }
    }
}
