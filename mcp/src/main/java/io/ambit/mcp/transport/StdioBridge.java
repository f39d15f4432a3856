package io.ambit.mcp.transport;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a client's lines on to a server that speaks Streamable HTTP, and its answers back, unchanged: one process then
 * holds index and model for all clients of this machine.
 */
public final class StdioBridge {
    private static final Logger LOG = LoggerFactory.getLogger(StdioBridge.class);
    private static final int MAX_BYTES = 64 << 20;
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final LineReader in;
    private final LineWriter out;
    private final RemoteSession remote;
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private @Nullable Thread listener;

    public StdioBridge(InputStream in, OutputStream out, RemoteSession remote) {
        this.in = new LineReader(in, MAX_BYTES);
        this.out = new LineWriter(out);
        this.remote = remote;
    }

    /** Serves the client until its stream ends. */
    public void run() throws IOException, InterruptedException {
        LineReader.Line line = in.next();
        while (line != null) {
            switch (line) {
                case LineReader.Line.Unreadable unreadable ->
                    out.write(Json.error(null, ErrorCodes.PARSE_ERROR, unreadable.reason()));
                case LineReader.Line.Text text -> {
                    if (!text.text().isBlank()) {
                        message(text.text());
                    }
                }
            }
            line = in.next();
        }
        long end = System.nanoTime() + GRACE.toNanos();
        for (Thread thread : running) {
            thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
        Thread listening = listener;
        if (listening != null) {
            listening.interrupt();
        }
        remote.end();
    }

    private void message(String text) throws InterruptedException {
        JSONRPCMessage message;
        try {
            message = Messages.read(text);
        } catch (BadMessageException e) {
            out.write(e.answer());
            return;
        }
        if (message instanceof JSONRPCRequest request && !request.method().equals(McpSchema.METHOD_INITIALIZE)) {
            Thread thread = Thread.ofVirtual().unstarted(() -> ask(text, request.id()));
            running.add(thread);
            thread.start();
            return;
        }
        Object id = message instanceof JSONRPCRequest request ? request.id() : null;
        handOn(text, id);
        if (id != null && listener == null && remote.isOpen()) {
            listener = Thread.ofVirtual().name("mcp-listen").start(this::listen);
        }
    }

    private void ask(String text, Object id) {
        try {
            handOn(text, id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    /**
     * Hands one message on.
     *
     * @param id of a request, which is answered in any case; null for what has no answer
     */
    private void handOn(String text, @Nullable Object id) throws InterruptedException {
        try {
            remote.send(text, out::write);
        } catch (IOException e) {
            LOG.warn("the server does not answer", e);
            if (id != null) {
                out.write(Json.error(
                        id,
                        ErrorCodes.INTERNAL_ERROR,
                        "the Ambit server that this client was joined to does not answer: start the client anew"));
            }
        }
    }

    /** What the server says of its own accord, for as long as the session lasts. */
    private void listen() {
        try {
            while (remote.isOpen()) {
                try {
                    remote.listen(out::write);
                } catch (IOException e) {
                    LOG.debug("the server's stream broke: {}", e.getMessage());
                }
                Thread.sleep(AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
