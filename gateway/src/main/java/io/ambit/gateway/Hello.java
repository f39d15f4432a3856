package io.ambit.gateway;

import io.ambit.gateway.http.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Claude Code's question whether there is anybody, which no upstream needs to hear. */
final class Hello {
    static final String PATH = "/api/hello";

    private static final byte[] BODY = "{\"message\":\"hello\"}".getBytes(StandardCharsets.UTF_8);

    private Hello() {}

    static boolean asks(String method, String path) {
        return path.equals(PATH) && (method.equals("HEAD") || method.equals("GET"));
    }

    /** Returns the status that the client got, 0 where it went away first. */
    static int answer(ClientExchange client) {
        try {
            client.begin(
                    200,
                    new Headers(List.of(
                            new Headers.Field("Content-Type", "application/json"),
                            new Headers.Field("Content-Length", Integer.toString(BODY.length)))));
            if (client.method().equals("GET")) {
                client.out().write(BODY);
            }
            client.out().flush();
            client.end();
            return 200;
        } catch (IOException e) {
            return 0;
        }
    }
}
