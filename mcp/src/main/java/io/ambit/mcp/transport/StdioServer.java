package io.ambit.mcp.transport;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client on two streams, a message a line. The SDK's transport of this kind ends at the first line that is no JSON;
 * this one answers it and reads on. Requests are carried out at the same time, each in a virtual thread; everything
 * else in the order in which it came.
 */
public final class StdioServer {
    private static final Logger LOG = LoggerFactory.getLogger(StdioServer.class);
    private static final int MAX_BYTES = 64 << 20;
    /** How long calls may still take once the client has closed its end. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final LineReader in;
    private final LineWriter out;
    private final SessionOpener opener;
    private final Connection connection;
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private @Nullable McpStreamableServerSession session;

    public StdioServer(InputStream in, OutputStream out, SessionOpener opener, Connection connection) {
        this.in = new LineReader(in, MAX_BYTES);
        this.out = new LineWriter(out);
        this.opener = opener;
        this.connection = connection;
    }

    /** Serves the client until its stream ends. */
    public void run() throws IOException, InterruptedException {
        try {
            LineReader.Line line = in.next();
            while (line != null) {
                line(line);
                line = in.next();
            }
            long end = System.nanoTime() + GRACE.toNanos();
            for (Thread thread : running) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } finally {
            McpStreamableServerSession open = session;
            if (open != null) {
                open.close();
            }
        }
    }

    private void line(LineReader.Line line) {
        switch (line) {
            case LineReader.Line.Unreadable unreadable ->
                out.write(Json.error(null, ErrorCodes.PARSE_ERROR, unreadable.reason()));
            case LineReader.Line.Text text when text.text().isBlank() -> {
                // Some clients end a message with \r\n or an empty line.
            }
            case LineReader.Line.Text text -> {
                try {
                    dispatch(Messages.read(text.text()));
                } catch (BadMessageException e) {
                    out.write(e.answer());
                }
            }
        }
    }

    private void dispatch(JSONRPCMessage message) throws BadMessageException {
        McpStreamableServerSession open = session;
        switch (message) {
            case JSONRPCRequest request when open == null -> first(request);
            case JSONRPCRequest request -> request(open, request);
            case JSONRPCNotification notification
            when open != null -> open.accept(notification).onErrorComplete().block();
            case JSONRPCResponse response
            when open != null -> open.accept(response).onErrorComplete().block();
            default -> LOG.debug("left out: a message before initialize");
        }
    }

    private void first(JSONRPCRequest request) throws BadMessageException {
        switch (request.method()) {
            case McpSchema.METHOD_INITIALIZE -> {
                SessionOpener.Opened opened = Opening.of(opener, request, connection);
                opened.session().listeningStream(out);
                session = opened.session();
                out.write(Json.result(request.id(), opened.answer()));
            }
            case McpSchema.METHOD_PING -> out.write(Json.result(request.id(), Map.of()));
            default ->
                throw new BadMessageException(
                        ErrorCodes.INVALID_REQUEST,
                        request.method() + " came before initialize, expected that first",
                        request.id());
        }
    }

    private void request(McpStreamableServerSession open, JSONRPCRequest request) {
        if (request.method().equals(McpSchema.METHOD_INITIALIZE)) {
            out.write(Json.error(request.id(), ErrorCodes.INVALID_REQUEST, "initialize came a second time"));
            return;
        }
        Thread thread = Thread.ofVirtual().name("mcp-" + request.id()).unstarted(() -> carryOut(open, request));
        running.add(thread);
        thread.start();
    }

    private void carryOut(McpStreamableServerSession open, JSONRPCRequest request) {
        try {
            open.responseStream(out)
                    .handle(request)
                    .contextWrite(context -> RequestId.in(context, request.id()))
                    .block();
        } catch (RuntimeException e) {
            LOG.warn("request {} failed", request.method(), e);
            out.write(Json.error(request.id(), ErrorCodes.INTERNAL_ERROR, "unexpected failure, see Ambit's log"));
        } finally {
            running.remove(Thread.currentThread());
        }
    }
}
