package io.ambit.gateway.http;

import io.ambit.core.error.AmbitException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.eclipse.jetty.client.ContinueProtocolHandler;
import org.eclipse.jetty.client.EarlyHintsProtocolHandler;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.client.ProcessingProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The outbound side, on Jetty's client with everything off that would change a request or an answer: no redirects, no
 * cookies, no authentication, no decoding, no fields of its own but Host and Content-Length.
 */
public final class Upstream implements AutoCloseable {
    /** Idle connections are kept for about as long as servers keep theirs. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

    /** A stream each, however long it stays silent: it is clients that are bounded, at the door. */
    private static final int MAX_CONNECTIONS = 32 * 1024;

    private static final int MAX_HEADER_BYTES = 64 * 1024;
    /** A piece of an answer; larger ones come in several. */
    private static final int BUFFER_BYTES = 16 * 1024;

    private final HttpClient client;
    private final Outbound outbound;

    public Upstream(Outbound outbound) {
        this.outbound = outbound;
        QueuedThreadPool threads = new QueuedThreadPool(32, 2);
        threads.setName("ambit-upstream");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        ClientConnector connector = new ClientConnector();
        connector.setSelectors(1);
        connector.setSslContextFactory(tls(outbound.caFile()));
        HttpClientTransportOverHTTP transport = new HttpClientTransportOverHTTP(connector);
        // Those who listen to an answer only put aside what came and wake who waits for it: no thread for that.
        transport.setInvocationType(Invocable.InvocationType.NON_BLOCKING);
        client = new HttpClient(transport);
        client.setExecutor(threads);
        client.setConnectTimeout(outbound.connectTimeout().toMillis());
        client.setAddressResolutionTimeout(outbound.connectTimeout().toMillis());
        client.setIdleTimeout(KEEP_ALIVE.toMillis());
        client.setMaxConnectionsPerDestination(MAX_CONNECTIONS);
        client.setMaxRequestsQueuedPerDestination(MAX_CONNECTIONS);
        client.setMaxRequestHeadersSize(MAX_HEADER_BYTES);
        client.setMaxResponseHeadersSize(MAX_HEADER_BYTES);
        client.setRequestBufferSize(BUFFER_BYTES);
        client.setResponseBufferSize(BUFFER_BYTES);
        client.setFollowRedirects(false);
        client.setUserAgentField(null);
        client.setDefaultRequestContentType(null);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        URI proxy = outbound.proxy();
        if (proxy != null) {
            client.getProxyConfiguration().addProxy(new Proxied(proxy, outbound));
        }
        try {
            client.start();
        } catch (Exception e) {
            throw new IllegalStateException("the outbound client did not start", e);
        }
        client.getContentDecoderFactories().clear();
        client.getProtocolHandlers().clear();
        client.getProtocolHandlers().put(new ContinueProtocolHandler());
        client.getProtocolHandlers().put(new ProcessingProtocolHandler());
        client.getProtocolHandlers().put(new EarlyHintsProtocolHandler());
    }

    /** A call that is not sent yet. */
    public UpstreamCall call(String method, String url, Headers headers) {
        return call(method, url, headers, outbound.firstByteTimeout());
    }

    /** The same, with a time of its own until the status line. */
    public UpstreamCall call(String method, String url, Headers headers, Duration firstByte) {
        Request request;
        try {
            request = client.newRequest(URI.create(url)).method(method);
        } catch (IllegalArgumentException e) {
            throw new UpstreamException(502, false, "no address that can be asked: " + url, e);
        }
        request.headers(fields -> headers.fields().forEach(field -> fields.add(field.name(), field.value())));
        return new UpstreamCall(request, firstByte);
    }

    /** A call whose whole answer has to come within the times for its first byte and for one pause. */
    public UpstreamCall question(String method, String url, Headers headers) {
        return call(method, url, headers).within(outbound.firstByteTimeout().plus(outbound.idleTimeout()));
    }

    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the outbound client did not stop", e);
        }
    }

    private static SslContextFactory.Client tls(@Nullable Path caFile) {
        SslContextFactory.Client tls = new SslContextFactory.Client();
        if (caFile != null) {
            tls.setTrustStore(trusting(caFile));
        }
        return tls;
    }

    private static KeyStore trusting(Path caFile) {
        try (InputStream in = Files.newInputStream(caFile)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new AmbitException("cannot read certificates from " + caFile + ": " + e.getMessage(), e);
        }
    }

    private static final class Proxied extends HttpProxy {
        private final Outbound outbound;

        Proxied(URI proxy, Outbound outbound) {
            super(proxy.getHost(), proxy.getPort() < 0 ? 80 : proxy.getPort());
            this.outbound = outbound;
        }

        @Override
        public boolean matches(Origin origin) {
            return outbound.usesProxyFor(origin.getAddress().getHost());
        }
    }
}
