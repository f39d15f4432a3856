package io.ambit.gateway;

import io.ambit.core.text.JsonSyntaxException;
import io.ambit.gateway.http.Headers;
import io.ambit.gateway.route.Router;
import io.ambit.gateway.route.UnroutableException;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.wire.MalformedRequestException;
import io.ambit.wire.WireFormat;
import io.ambit.wire.WireRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many tokens a request of Anthropic's messages has: asked of the upstream where that can tell, else counted here. An
 * upstream that could not tell is not asked again for a while, since clients ask this dozens of times at once.
 * Thread-safe.
 */
final class TokenCount {
    static final String PATH = "/v1/messages/count_tokens";

    private static final Duration ASK_AGAIN = Duration.ofMinutes(10);
    private static final int MAX_KNOWN = 1000;

    private final Router router;
    private final PassThrough passThrough;
    private final TokenTally tally;
    private final int maxBodyBytes;
    private final Clock clock;
    private final Map<Unable, Instant> unable = new LinkedHashMap<>();

    /** Who could not tell: an upstream may say of one model that it does not know it. */
    private record Unable(URI base, String model) {}

    TokenCount(Router router, PassThrough passThrough, TokenTally tally, int maxBodyBytes, Clock clock) {
        this.router = router;
        this.passThrough = passThrough;
        this.tally = tally;
        this.maxBodyBytes = maxBodyBytes;
        this.clock = clock;
    }

    static boolean asks(String method, String path) {
        return path.equals(PATH) && method.equals("POST");
    }

    /** Returns the status that the client got, 0 where it went away first. */
    int answer(ClientExchange client, Endpoint endpoint) {
        RequestBody body;
        WireRequest request;
        try (InputStream in = client.body()) {
            body = RequestBody.read(in, client.contentLength(), client.headers().get("content-encoding"), maxBodyBytes);
            request = endpoint.codec().parse(body.plain());
        } catch (RequestBody.UnknownEncodingException e) {
            return passThrough.handle(client, e.received(), endpoint);
        } catch (BodyRefusedException e) {
            return endpoint.errors().send(client, e.status(), e.code(), String.valueOf(e.getMessage()));
        } catch (RequestBody.TooLargeException e) {
            return endpoint.errors().send(client, 413, "request_too_large", String.valueOf(e.getMessage()));
        } catch (MalformedRequestException | JsonSyntaxException | RequestBody.DamagedException e) {
            return endpoint.errors().send(client, 400, "malformed_request", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            client.abort();
            return 0;
        }
        UpstreamSettings upstream;
        try {
            UpstreamSettings own = client.own();
            upstream = own == null ? router.other(WireFormat.ANTHROPIC, request.model(), client.hasToken()) : own;
        } catch (UnroutableException e) {
            return endpoint.errors().send(client, e.status(), e.code(), String.valueOf(e.getMessage()));
        }
        Unable asked = new Unable(upstream.base(), request.model());
        if (upstream.speaks(WireFormat.ANTHROPIC) && mayTell(asked)) {
            int status = passThrough.handle(client, body.received(), endpoint, TokenCount::isUnable);
            if (!isUnable(status) || client.isBegun()) {
                return status;
            }
            remember(asked);
        }
        return counted(client, request);
    }

    private static boolean isUnable(int status) {
        return status == 404 || status == 405 || status == 501;
    }

    private synchronized boolean mayTell(Unable asked) {
        Instant until = unable.get(asked);
        return until == null || clock.instant().isAfter(until);
    }

    private synchronized void remember(Unable asked) {
        if (unable.size() >= MAX_KNOWN) {
            unable.remove(unable.keySet().iterator().next());
        }
        unable.put(asked, clock.instant().plus(ASK_AGAIN));
    }

    private int counted(ClientExchange client, WireRequest request) {
        byte[] body = ("{\"input_tokens\":" + tally.count(request) + "}").getBytes(StandardCharsets.UTF_8);
        try {
            client.begin(
                    200,
                    new Headers(List.of(
                            new Headers.Field("Content-Type", "application/json"),
                            new Headers.Field("Content-Length", Integer.toString(body.length)))));
            client.out().write(body);
            client.out().flush();
            client.end();
            return 200;
        } catch (IOException e) {
            return 0;
        }
    }
}
