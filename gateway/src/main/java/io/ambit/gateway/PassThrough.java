package io.ambit.gateway;

import io.ambit.core.context.OffPolicy;
import io.ambit.core.error.AmbitException;
import io.ambit.core.routing.profile.ModelProfile;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.gateway.http.ForwardedHeaders;
import io.ambit.gateway.http.Headers;
import io.ambit.gateway.http.Relay;
import io.ambit.gateway.http.Upstream;
import io.ambit.gateway.http.UpstreamAddress;
import io.ambit.gateway.http.UpstreamAnswer;
import io.ambit.gateway.http.UpstreamCall;
import io.ambit.gateway.http.UpstreamException;
import io.ambit.gateway.http.Watch;
import io.ambit.gateway.profile.Infill;
import io.ambit.gateway.profile.OllamaSign;
import io.ambit.gateway.route.Credentials;
import io.ambit.gateway.route.Destination;
import io.ambit.gateway.route.Router;
import io.ambit.gateway.route.UnroutableException;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.wire.WireFormat;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Requests that are none of Ambit's business: streamed both ways as they are, of any size. */
final class PassThrough {
    /** Of a body up to this size the model is read, where there are several upstreams. */
    private static final int MAX_READ_BYTES = 256 * 1024;

    private static final String ABOUT_A_MODEL = ModelsPage.PATH + "/";

    private final Router router;
    private final Upstream upstream;
    private final GatewaySettings settings;
    private final Watch watch;
    private final Infill infill;
    private final OllamaSign ollama;

    PassThrough(Router router, Upstream upstream, GatewaySettings settings, Watch watch) {
        this.router = router;
        this.upstream = upstream;
        this.settings = settings;
        this.watch = watch;
        infill = new Infill(settings.profiles(), !settings.policy().name().equals(OffPolicy.NAME));
        ollama = new OllamaSign(upstream);
    }

    /** Returns the status that the client got, 0 where it went away first. */
    int handle(ClientExchange client, Endpoint endpoint) {
        byte[] body = null;
        boolean routed = router.isRouting() && client.own() == null;
        if ((routed || infill.isPath(path(client))) && isSmallJson(client)) {
            try {
                body = client.body().readNBytes((int) client.contentLength());
                if (body.length < client.contentLength()) {
                    throw new IOException("the client sent less than it announced");
                }
            } catch (IOException e) {
                client.abort();
                return 0;
            }
        }
        return handle(client, body, endpoint);
    }

    /**
     * Forwards a body that was read already.
     *
     * @param body null for one that is still to be read
     */
    int handle(ClientExchange client, byte @Nullable [] body, Endpoint endpoint) {
        return handle(client, body, endpoint, status -> false);
    }

    /**
     * The same, but an answer of some status is not passed on: its status is returned and the client is told nothing.
     *
     * @param kept which ones
     */
    int handle(ClientExchange client, byte @Nullable [] body, Endpoint endpoint, IntPredicate kept) {
        ErrorAnswer errors = endpoint.errors();
        WireFormat format = endpoint.codec().format();
        Optional<ModelProfile> alias = body == null ? Optional.empty() : infill.asked(path(client), body);
        try {
            if (body != null && alias.isPresent()) {
                return fillGap(client, body, alias.get(), endpoint);
            }
            UpstreamSettings own = client.own();
            UpstreamSettings chosen = own == null ? router.other(format, model(client, body), client.hasToken()) : own;
            boolean asItCame = chosen.speaks(format);
            Headers headers = Credentials.of(
                    ForwardedHeaders.toUpstream(client.headers(), true, false), chosen, format, asItCame);
            String address =
                    new UpstreamAddress(chosen.base()).of(Credentials.target(client.target(), chosen, asItCame));
            return run(client, upstream.call(client.method(), address, headers), body, errors, kept);
        } catch (UnroutableException e) {
            return errors.send(client, e.status(), e.code(), String.valueOf(e.getMessage()));
        } catch (UpstreamException e) {
            return errors.send(client, e);
        }
    }

    /** Whether a request was read as one of a format and is asked of an alias, with a gap to fill. */
    boolean fillsGap(ClientExchange client, byte[] body) {
        return infill.asked(path(client), body).isPresent();
    }

    private int fillGap(ClientExchange client, byte[] body, ModelProfile profile, Endpoint endpoint)
            throws UpstreamException {
        Destination to = router.ofAlias(profile.alias(), client.own(), client.hasToken());
        UpstreamSettings chosen = to.upstream();
        byte[] sent;
        try {
            sent = infill.body(path(client), body, profile, to.model(), ollama.isAt(chosen));
        } catch (UnroutableException e) {
            throw e;
        } catch (AmbitException e) {
            return endpoint.errors().send(client, 400, "no_infill", String.valueOf(e.getMessage()));
        }
        WireFormat format = endpoint.codec().format();
        Headers headers = Credentials.of(
                ForwardedHeaders.toUpstream(client.headers(), true, false), chosen, format, chosen.speaks(format));
        String target = Credentials.target(client.target(), chosen, chosen.speaks(format));
        String address = new UpstreamAddress(chosen.base()).of(target);
        return run(client, upstream.call(client.method(), address, headers), sent, endpoint.errors(), status -> false);
    }

    private static String path(ClientExchange client) {
        String target = client.target();
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private int run(
            ClientExchange client, UpstreamCall call, byte @Nullable [] body, ErrorAnswer errors, IntPredicate kept) {
        // Only when the request is read to its end can a client that went away be told from one that still sends.
        AtomicBoolean sent = new AtomicBoolean();
        try (Watch.Entry entry = watch.watch(() -> sent.get() && client.isGone(), call::abort)) {
            try (UpstreamAnswer answer = send(client, call, body, sent)) {
                if (kept.test(answer.status())) {
                    entry.stop();
                    return answer.status();
                }
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

    private static boolean isSmallJson(ClientExchange client) {
        Headers headers = client.headers();
        return client.contentLength() > 0
                && client.contentLength() <= MAX_READ_BYTES
                && headers.get("content-type").toLowerCase(Locale.ROOT).contains("json")
                && headers.get("content-encoding").isEmpty();
    }

    /** The model that a request is about: its body names it, or its path. */
    private static String model(ClientExchange client, byte @Nullable [] body) {
        if (body != null) {
            return model(body);
        }
        String target = client.target();
        if (!target.startsWith(ABOUT_A_MODEL)) {
            return "";
        }
        int query = target.indexOf('?');
        return target.substring(ABOUT_A_MODEL.length(), query < 0 ? target.length() : query);
    }

    private static String model(byte[] body) {
        try {
            String model = Json.parse(body).text("model");
            return model == null ? "" : model;
        } catch (JsonSyntaxException e) {
            return "";
        }
    }
}
