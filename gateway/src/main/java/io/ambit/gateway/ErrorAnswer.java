package io.ambit.gateway;

import io.ambit.gateway.http.Headers;
import io.ambit.gateway.http.UpstreamException;
import io.ambit.wire.WireCodec;
import java.io.IOException;
import java.util.List;

/** Answers of Ambit's own that say what went wrong, in the shape that the wire format's clients read. */
final class ErrorAnswer {
    private static final Headers JSON = new Headers(List.of(new Headers.Field("Content-Type", "application/json")));

    private final WireCodec codec;

    ErrorAnswer(WireCodec codec) {
        this.codec = codec;
    }

    /** Tells the client, or breaks its connection off where an answer was begun. Returns the status. */
    int send(ClientExchange client, int status, String code, String message) {
        if (client.isBegun()) {
            client.abort();
            return status;
        }
        String type = status >= 500 ? "upstream_error" : "invalid_request_error";
        try {
            byte[] body = codec.error(type, code, message);
            client.begin(status, JSON.with("Content-Length", Integer.toString(body.length)));
            client.out().write(body);
            client.out().flush();
            client.end();
            return status;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Tells the client that no answer came. */
    int send(ClientExchange client, UpstreamException e) {
        return send(
                client,
                e.status(),
                e.status() == 504 ? "upstream_timeout" : "upstream_unreachable",
                String.valueOf(e.getMessage()));
    }
}
