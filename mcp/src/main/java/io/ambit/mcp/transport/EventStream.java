package io.ambit.mcp.transport;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpStreamableServerTransport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A stream of events to the client: that of one request, or the one on which the server speaks of its own accord. It
 * outlives the connection that carries it: what is sent while there is none is kept, and sent when the client takes the
 * stream up again. One connection at a time carries it.
 */
final class EventStream implements McpStreamableServerTransport {
    private final long number;
    private final EventLog log = new EventLog();
    private @Nullable OutputStream out;
    private boolean ended;

    EventStream(long number) {
        this.number = number;
    }

    /**
     * What a client names when it comes back.
     *
     * @param event the last one it has seen, 0 for none
     */
    record Position(long stream, long event) {
        static @Nullable Position parse(String id) {
            int dash = id.indexOf('-');
            try {
                return new Position(
                        Long.parseLong(id, 0, Math.max(dash, 0), 10), Long.parseLong(id, dash + 1, id.length(), 10));
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                return null;
            }
        }
    }

    long number() {
        return number;
    }

    /**
     * Sends over this connection from now on, first what came after an event.
     *
     * @param primed whether the client is told at once where it is, by an event without a message
     * @return whether the connection holds
     */
    synchronized boolean attach(OutputStream connection, long after, boolean primed) {
        out = connection;
        if (primed) {
            raw("id: " + number + "-" + after + "\ndata: \n\n");
        }
        log.after(after).forEach(this::write);
        notifyAll();
        return out != null;
    }

    /** Leaves the connection, where it is this one that is in use. */
    synchronized void detach(OutputStream connection) {
        if (connection.equals(out)) {
            out = null;
            notifyAll();
        }
    }

    /**
     * Waits until the stream ends, breaks, or goes on over another connection; a comment now and then shows whether the
     * client is still there.
     */
    synchronized void await(OutputStream connection, long beatMillis) throws InterruptedException {
        while (!ended && connection.equals(out)) {
            wait(beatMillis);
            if (!ended && connection.equals(out)) {
                raw(": still here\n\n");
            }
        }
    }

    private synchronized void send(String message) {
        write(log.add(message));
    }

    private void write(EventLog.Event event) {
        raw("id: " + number + "-" + event.number() + "\nevent: message\ndata: " + event.data() + "\n\n");
    }

    private void raw(String text) {
        OutputStream connection = out;
        if (connection == null) {
            return;
        }
        try {
            connection.write(text.getBytes(StandardCharsets.UTF_8));
            connection.flush();
        } catch (IOException | RuntimeException e) {
            // The client is gone; it may come back for the rest.
            out = null;
            notifyAll();
        }
    }

    synchronized boolean isEnded() {
        return ended;
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.fromRunnable(() -> send(Json.write(message)));
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message, String messageId) {
        return sendMessage(message);
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> typeRef) {
        return Json.convert(data, typeRef);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.fromRunnable(this::close);
    }

    @Override
    public synchronized void close() {
        ended = true;
        notifyAll();
    }
}
