package io.ambit.server;

import io.ambit.core.session.Space;
import io.ambit.gateway.ClientExchange;
import io.ambit.gateway.http.Headers;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.server.door.BodyMeter;
import io.ambit.server.door.HeldBodies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/** A servlet request with its answer, as the gateway takes them. */
final class JettyExchange implements ClientExchange {
    private static final int PROBE_BYTES = 1024;
    private static final ThreadLocal<ByteBuffer> PROBE =
            ThreadLocal.withInitial(() -> BufferUtil.allocate(PROBE_BYTES));

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final @Nullable UpstreamSettings own;
    private final Space space;
    private final String target;
    private final Headers headers;
    private final boolean hasToken;
    private final Duration patience;
    private final HeldBodies.@Nullable Share share;
    private final ServletContextRequest core;
    private final Connection connection;
    private boolean begun;
    private volatile boolean gone;

    /**
     * One request.
     *
     * @param own the upstream that the path names, null for none
     * @param target path and query as they came, without the prefixes of upstream and space
     * @param headers without Ambit's token
     * @param hasToken whether that was among them
     * @param patience for the body
     * @param share counts what is held of the body, null where it passes through
     */
    JettyExchange(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable UpstreamSettings own,
            Space space,
            String target,
            Headers headers,
            boolean hasToken,
            Duration patience,
            HeldBodies.@Nullable Share share) {
        this.own = own;
        this.request = request;
        this.response = response;
        this.space = space;
        this.target = target;
        this.headers = headers;
        this.hasToken = hasToken;
        this.patience = patience;
        this.share = share;
        this.core = ServletContextRequest.getServletContextRequest(request);
        this.connection = core.getConnectionMetaData().getConnection();
    }

    /** A request that is refused before anything of it is read. */
    static JettyExchange unread(HttpServletRequest request, HttpServletResponse response) {
        return new JettyExchange(
                request,
                response,
                null,
                Space.DEFAULT,
                ForwardedPath.ofAnySpace(request.getRequestURI()),
                fields(request),
                false,
                Duration.ZERO,
                null);
    }

    /** The fields of a request, in the order and the spelling in which they came. */
    static Headers fields(HttpServletRequest request) {
        List<Headers.Field> fields = new ArrayList<>();
        ServletContextRequest.getServletContextRequest(request).getHeaders().forEach(field -> {
            String value = field.getValue();
            fields.add(new Headers.Field(field.getName(), value == null ? "" : value));
        });
        return new Headers(fields);
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String target() {
        return target;
    }

    @Override
    public Space space() {
        return space;
    }

    @Override
    public @Nullable UpstreamSettings own() {
        return own;
    }

    @Override
    public Headers headers() {
        return headers;
    }

    @Override
    public long contentLength() {
        return request.getContentLengthLong();
    }

    @Override
    public boolean hasToken() {
        return hasToken;
    }

    /** While it is read, the connection may be silent for no longer than the patience. */
    @Override
    public InputStream body() throws IOException {
        EndPoint endPoint = connection.getEndPoint();
        long usual = endPoint.getIdleTimeout();
        endPoint.setIdleTimeout(Math.min(usual, patience.toMillis()));
        return new BodyMeter(
                request.getInputStream(), patience, share, System::nanoTime, () -> endPoint.setIdleTimeout(usual));
    }

    /**
     * Jetty does not read from a connection while a request of it is answered, so it does not see that the client closed
     * it. Here it is read: nothing is there, or its end. A client that sends the next request ahead of the answer gets
     * those bytes put back where Jetty looks for them.
     */
    @Override
    public boolean isGone() {
        if (gone) {
            return true;
        }
        EndPoint endPoint = connection.getEndPoint();
        // One thread asks for all of them, ten times a second: what it reads into is made once.
        ByteBuffer probe = PROBE.get();
        BufferUtil.clear(probe);
        try {
            gone = endPoint.fill(probe) < 0;
            if (BufferUtil.hasContent(probe) && connection instanceof Connection.UpgradeTo next) {
                next.onUpgradeTo(BufferUtil.copy(probe));
            }
        } catch (IOException e) {
            gone = true;
        }
        return gone;
    }

    @Override
    public void begin(int status, Headers answer) {
        begun = true;
        response.reset();
        response.setContentType(null);
        response.setStatus(status);
        for (Headers.Field field : answer.fields()) {
            if (field.name().equalsIgnoreCase("content-type")) {
                // Past the servlet's own idea of how a type is spelled.
                core.getServletContextResponse().getWrapped().getHeaders().put(field.name(), field.value());
            } else {
                response.addHeader(field.name(), field.value());
            }
        }
    }

    @Override
    public boolean isBegun() {
        return begun;
    }

    @Override
    public OutputStream out() throws IOException {
        return response.getOutputStream();
    }

    @Override
    public void end() throws IOException {
        response.getOutputStream().close();
    }

    @Override
    public void abort() {
        begun = true;
        connection.getEndPoint().close();
    }
}
