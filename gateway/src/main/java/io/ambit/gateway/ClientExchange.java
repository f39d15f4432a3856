package io.ambit.gateway;

import io.ambit.core.session.Space;
import io.ambit.gateway.http.Headers;
import io.ambit.gateway.route.UpstreamSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request of a client and the way to answer it, whatever HTTP server carries them. Used by one thread, except for
 * {@link #isGone}.
 */
public interface ClientExchange {
    String method();

    /** Path and query as they came, still encoded, from {@code /v1} or {@code /api} on. */
    String target();

    Space space();

    /** The upstream that this request goes to and no other; null where the router chooses. */
    default @Nullable UpstreamSettings own() {
        return null;
    }

    Headers headers();

    /** Whether the client showed Ambit's own token, which is not among {@link #headers}; true where none is asked for. */
    default boolean hasToken() {
        return false;
    }

    /** Length of the body in bytes as the client announced it, -1 where it did not. */
    long contentLength();

    /** To be closed when nothing more of it will be read. */
    InputStream body() throws IOException;

    /**
     * Whether the client closed its connection. Asked by another thread, and only after the whole body was read and
     * before {@link #end}.
     */
    boolean isGone();

    /** Sends status and headers. */
    void begin(int status, Headers headers) throws IOException;

    /** Whether {@link #begin} was called. */
    boolean isBegun();

    /** The body of the answer; what is written reaches the client at the next flush. */
    OutputStream out() throws IOException;

    /** Completes the answer, so that the client need not wait for what is done after it. */
    void end() throws IOException;

    /** Closes the connection in the middle of an answer: the client must not take it for a whole one. */
    void abort();
}
