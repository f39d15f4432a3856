package io.ambit.gateway;

import io.ambit.gateway.http.ForwardedHeaders;
import io.ambit.gateway.http.Headers;
import io.ambit.gateway.http.Relay;
import io.ambit.gateway.http.Upstream;
import io.ambit.gateway.http.UpstreamAddress;
import io.ambit.gateway.http.UpstreamAnswer;
import io.ambit.gateway.http.UpstreamCall;
import io.ambit.gateway.http.UpstreamException;
import io.ambit.gateway.http.Watch;
import io.ambit.gateway.route.UpstreamSettings;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Requests that are none of Ambit's business: streamed both ways as they are, of any size. */
final class PassThrough {
    private final Upstream upstream;
    private final UpstreamAddress address;
    private final GatewaySettings settings;
    private final Watch watch;

    PassThrough(Upstream upstream, GatewaySettings settings, Watch watch) {
        this.upstream = upstream;
        this.address = new UpstreamAddress(settings.first().base());
        this.settings = settings;
        this.watch = watch;
    }

    /** Returns the status that the client got, 0 where it went away first. */
    int handle(ClientExchange client, ErrorAnswer errors) {
        try {
            Headers headers = ForwardedHeaders.toUpstream(client.headers(), true, false);
            UpstreamCall call = upstream.call(client.method(), address(client), headers);
            return run(client, call, null, errors);
        } catch (UpstreamException e) {
            return errors.send(client, e);
        }
    }

    /** Forwards a body that was read already and cannot be understood. */
    int handle(ClientExchange client, byte[] body, ErrorAnswer errors) {
        try {
            Headers headers = ForwardedHeaders.toUpstream(client.headers(), true, false);
            return run(client, upstream.call(client.method(), address(client), headers), body, errors);
        } catch (UpstreamException e) {
            return errors.send(client, e);
        }
    }

    private String address(ClientExchange client) {
        UpstreamSettings own = client.own();
        return (own == null ? address : new UpstreamAddress(own.base())).of(client.target());
    }

    private int run(ClientExchange client, UpstreamCall call, byte @Nullable [] body, ErrorAnswer errors) {
        // Only when the request is read to its end can a client that went away be told from one that still sends.
        AtomicBoolean sent = new AtomicBoolean();
        try (Watch.Entry entry = watch.watch(() -> sent.get() && client.isGone(), call::abort)) {
            try (UpstreamAnswer answer = send(client, call, body, sent)) {
                ClientBody out = new ClientBody(client);
                out.head(answer.status(), ForwardedHeaders.toClient(answer.headers(), true));
                Relay.run(answer, entry, settings.outbound().idleTimeout(), (bytes, offset, length) -> {
                    out.write(bytes, offset, length);
                    out.flush();
                });
                entry.stop();
                out.end();
                return answer.status();
            } catch (UpstreamException e) {
                entry.stop();
                return entry.verdict() == Watch.Verdict.CLIENT_GONE ? 0 : errors.send(client, e);
            } catch (Relay.BrokenException e) {
                client.abort();
                return entry.verdict() == Watch.Verdict.CLIENT_GONE ? 0 : 502;
            } catch (IOException e) {
                call.abort();
                client.abort();
                return 0;
            }
        }
    }

    private static UpstreamAnswer send(
            ClientExchange client, UpstreamCall call, byte @Nullable [] body, AtomicBoolean sent) throws IOException {
        boolean streams =
                body == null && (client.contentLength() > 0 || client.headers().has("transfer-encoding"));
        if (streams) {
            return call.send(client.body(), client.contentLength(), () -> sent.set(true));
        }
        sent.set(true);
        return call.send(body == null ? new byte[0] : body);
    }
}
