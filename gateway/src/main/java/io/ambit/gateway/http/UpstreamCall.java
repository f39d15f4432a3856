package io.ambit.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.OutputStreamRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.jspecify.annotations.Nullable;

/** One call of an upstream. Used by one thread, except for {@link #abort}. */
public final class UpstreamCall {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final Request request;
    private final Duration firstByteTimeout;
    private final InputStreamResponseListener listener = new InputStreamResponseListener();

    public UpstreamCall(Request request, Duration firstByteTimeout) {
        this.request = request;
        this.firstByteTimeout = firstByteTimeout;
        // The timeouts are the watch's and the caller's; a connection's own would end a slow answer.
        request.idleTimeout(0, TimeUnit.MILLISECONDS);
    }

    /** Bounds the time that the whole answer may take, which is otherwise not bounded here. */
    public UpstreamCall within(Duration all) {
        request.timeout(all.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** Sends with a body that is there, empty for none. */
    public UpstreamAnswer send(byte[] body) {
        if (body.length > 0) {
            request.body(new BytesRequestContent((String) null, body));
        }
        request.send(listener);
        return answer();
    }

    /**
     * Sends with a body that is still coming.
     *
     * @param length as announced, -1 where it was not
     * @param sent run when the whole of it was read
     */
    public UpstreamAnswer send(InputStream body, long length, Runnable sent) throws IOException {
        var content = new OutputStreamRequestContent((@Nullable String) null) {
            @Override
            public long getLength() {
                return length;
            }
        };
        request.body(content).send(listener);
        // The caller's own thread copies: Jetty's must not wait for a slow client.
        OutputStream out = content.getOutputStream();
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                if (!write(out, buffer, n)) {
                    end(out);
                    return answer();
                }
            }
        } catch (IOException e) {
            // Not closed: to the upstream, that would be the end of a whole body.
            abort();
            throw e;
        }
        end(out);
        sent.run();
        return answer();
    }

    /** Says that this was all; it may be more than the upstream cared to read. */
    private static void end(OutputStream out) {
        try {
            out.close();
        } catch (IOException e) {
            // It answers all the same, or the answer fails.
        }
    }

    /** Whether the upstream still takes bytes; it may answer before it has read all. */
    private static boolean write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
            out.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends the call, whatever its state; its connection is closed. */
    public void abort() {
        var _ = request.abort(new IOException("the call was cancelled"));
    }

    private UpstreamAnswer answer() {
        try {
            return new Answer(listener.get(firstByteTimeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            abort();
            throw new UpstreamException(
                    504, true, "the upstream did not answer within " + firstByteTimeout.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new UpstreamException(502, !isUnconnected(e.getCause()), explain(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            abort();
            Thread.currentThread().interrupt();
            throw new UpstreamException(502, true, "the gateway is stopping", e);
        }
    }

    /** Whether there never was a connection, so that nothing was sent. */
    private static boolean isUnconnected(@Nullable Throwable cause) {
        return cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException
                || cause instanceof SocketTimeoutException
                || cause instanceof ConnectException;
    }

    private String explain(@Nullable Throwable cause) {
        String where = request.getScheme() + "://" + request.getHost() + ":" + request.getPort();
        return switch (cause) {
            case UnknownHostException e -> "the upstream's host is unknown: " + request.getHost();
            case UnresolvedAddressException e -> "the upstream's host is unknown: " + request.getHost();
            case SocketTimeoutException e -> "no connection to the upstream in time: " + where;
            case ConnectException e -> "the upstream cannot be reached: " + where;
            case SSLException e -> "no secure connection to the upstream " + where + ": " + e.getMessage();
            case null, default -> "the upstream closed the connection without an answer: " + where;
        };
    }

    private final class Answer implements UpstreamAnswer {
        private final Response response;
        private final Headers headers;
        private final InputStream body = listener.getInputStream();

        Answer(Response response) {
            this.response = response;
            List<Headers.Field> fields = new ArrayList<>();
            response.getHeaders().forEach(field -> fields.add(new Headers.Field(field.getName(), value(field))));
            headers = new Headers(fields);
        }

        private static String value(org.eclipse.jetty.http.HttpField field) {
            String value = field.getValue();
            return value == null ? "" : value;
        }

        @Override
        public int status() {
            return response.getStatus();
        }

        @Override
        public Headers headers() {
            return headers;
        }

        @Override
        public InputStream body() {
            return body;
        }

        @Override
        public void close() throws IOException {
            // Without effect where the answer is complete; else the connection is of no more use.
            body.close();
        }
    }
}
