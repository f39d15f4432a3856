package io.ambit.mcp.transport;

import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A client's session over HTTP with its streams. Thread-safe. */
final class HttpSession {
    /** Ended streams that a client may still ask for. */
    private static final int KEPT_STREAMS = 32;

    private final McpStreamableServerSession session;
    private final boolean primes;
    private final Deque<EventStream> streams = new ArrayDeque<>();
    private long lastStream;
    private volatile long usedAt = System.nanoTime();

    HttpSession(McpStreamableServerSession session, String revision) {
        this.session = session;
        // Clients of earlier revisions take an event without data for a broken message.
        this.primes = revision.compareTo(ProtocolVersions.MCP_2025_11_25) >= 0;
    }

    McpStreamableServerSession session() {
        return session;
    }

    boolean primes() {
        return primes;
    }

    void used() {
        usedAt = System.nanoTime();
    }

    long idleNanos() {
        return System.nanoTime() - usedAt;
    }

    synchronized EventStream newStream() {
        long ended = streams.stream().filter(EventStream::isEnded).count();
        if (ended > KEPT_STREAMS) {
            streams.stream().filter(EventStream::isEnded).findFirst().ifPresent(streams::remove);
        }
        EventStream stream = new EventStream(++lastStream);
        streams.add(stream);
        return stream;
    }

    /** A stream that is still known. */
    synchronized @Nullable EventStream stream(long number) {
        return streams.stream()
                .filter(stream -> stream.number() == number)
                .findFirst()
                .orElse(null);
    }

    /** Ends all streams. */
    void close() {
        session.close();
        synchronized (this) {
            streams.forEach(EventStream::close);
        }
    }
}
