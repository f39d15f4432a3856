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
        return send(client, status, code, message, Headers.NONE);
    }

    /** The same with more fields in the head. */
    int send(ClientExchange client, int status, String code, String message, Headers more) {
        if (client.isBegun()) {
            client.abort();
            return status;
        }
        try {
            byte[] body = codec.error(type(status), code, message);
            Headers head = JSON.with("Content-Length", Integer.toString(body.length));
            for (Headers.Field field : more.fields()) {
                head = head.with(field.name(), field.value());
            }
            client.begin(status, head);
            client.out().write(body);
            client.out().flush();
            client.end();
            return status;
        } catch (IOException e) {
            return 0;
        }
    }

    private static String type(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 403 -> "permission_error";
            case 429 -> "rate_limit_error";
            case 503 -> "overloaded_error";
            default -> status >= 500 ? "upstream_error" : "invalid_request_error";
        };
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
