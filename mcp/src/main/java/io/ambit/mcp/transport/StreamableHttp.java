package io.ambit.mcp.transport;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.ProtocolVersions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Streamable HTTP at one path, with streams that can be taken up again. Takes one thread for each request that is
 * carried out and each stream that is open: virtual ones. The SDK's servlet is not used: it writes its exceptions out,
 * stack trace included, and keeps no event that a client missed.
 *
 * <p>Who may ask is checked before, by the server that this is mounted in.
 */
public final class StreamableHttp implements AutoCloseable {
    private static final String SESSION = "Mcp-Session-Id";
    private static final String REVISION = "MCP-Protocol-Version";
    private static final String EVENTS = "text/event-stream";
    private static final String JSON_TYPE = "application/json";
    private static final int MAX_BYTES = 64 << 20;
    private static final long BEAT_MILLIS = Duration.ofSeconds(15).toMillis();
    private static final Set<String> REVISIONS =
            Set.of(ProtocolVersions.MCP_2025_03_26, ProtocolVersions.MCP_2025_06_18, ProtocolVersions.MCP_2025_11_25);

    private final SessionOpener opener;
    private final HttpSessions sessions = new HttpSessions();
    private volatile boolean closed;

    public StreamableHttp(SessionOpener opener) {
        this.opener = opener;
    }

    /**
     * Answers a request to the path; returns when its answer has ended.
     *
     * @param connection what the request's headers say of the client
     */
    public void handle(HttpServletRequest request, HttpServletResponse response, Connection connection)
            throws IOException, InterruptedException {
        if (closed) {
            refuse(response, 503, ErrorCodes.INTERNAL_ERROR, "the server is stopping");
            return;
        }
        String revision = request.getHeader(REVISION);
        if (revision != null && !REVISIONS.contains(revision)) {
            refuse(
                    response,
                    400,
                    ErrorCodes.INVALID_REQUEST,
                    REVISION + ": expected one of "
                            + REVISIONS.stream().sorted().toList());
            return;
        }
        switch (request.getMethod()) {
            case "POST" -> post(request, response, connection);
            case "GET" -> listen(request, response);
            case "DELETE" -> delete(request, response);
            default -> {
                response.setHeader("Allow", "GET, POST, DELETE");
                refuse(
                        response,
                        405,
                        ErrorCodes.INVALID_REQUEST,
                        "expected GET, POST or DELETE, got " + request.getMethod());
            }
        }
    }

    private void post(HttpServletRequest request, HttpServletResponse response, Connection connection)
            throws IOException {
        if (!accepts(request, JSON_TYPE) || !accepts(request, EVENTS)) {
            refuse(response, 406, ErrorCodes.INVALID_REQUEST, "Accept: expected " + JSON_TYPE + " and " + EVENTS);
            return;
        }
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (!type.equals(JSON_TYPE) && !type.startsWith(JSON_TYPE + ";") && !type.startsWith(JSON_TYPE + " ")) {
            refuse(response, 415, ErrorCodes.INVALID_REQUEST, "Content-Type: expected " + JSON_TYPE);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            refuse(response, 413, ErrorCodes.INVALID_REQUEST, "expected " + MAX_BYTES + " bytes at most");
            return;
        }
        try {
            message(Messages.read(text(body)), request, response, connection);
        } catch (BadMessageException e) {
            answer(response, 400, e.answer());
        }
    }

    private void message(
            JSONRPCMessage message, HttpServletRequest request, HttpServletResponse response, Connection connection)
            throws IOException, BadMessageException {
        if (message instanceof JSONRPCRequest first && first.method().equals(McpSchema.METHOD_INITIALIZE)) {
            initialize(first, response, connection);
            return;
        }
        HttpSession session = session(request, response);
        if (session == null) {
            return;
        }
        switch (message) {
            case JSONRPCRequest call -> carryOut(session, call, response);
            case JSONRPCNotification notification -> {
                session.session().accept(notification).onErrorComplete().block();
                response.setStatus(202);
            }
            case JSONRPCResponse reply -> {
                session.session().accept(reply).onErrorComplete().block();
                response.setStatus(202);
            }
            default -> throw new IllegalStateException("the SDK has another kind of message");
        }
    }

    private void initialize(JSONRPCRequest request, HttpServletResponse response, Connection connection)
            throws IOException, BadMessageException {
        SessionOpener.Opened opened = Opening.of(opener, request, connection);
        sessions.add(opened.session(), opened.revision());
        response.setHeader(SESSION, opened.session().getId());
        answer(response, 200, Json.result(request.id(), opened.answer()));
    }

    /** The thread stays with the request until it is answered, whether the client is still there or not. */
    private static void carryOut(HttpSession session, JSONRPCRequest request, HttpServletResponse response)
            throws IOException {
        EventStream stream = session.newStream();
        OutputStream out = begin(response);
        stream.attach(out, 0, session.primes());
        try {
            session.session()
                    .responseStream(stream)
                    .handle(request)
                    .contextWrite(context -> RequestId.in(context, request.id()))
                    .block();
        } finally {
            stream.close();
            stream.detach(out);
        }
    }

    /** The stream on which the server speaks of its own accord, or one that broke and is taken up again. */
    private void listen(HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        if (!accepts(request, EVENTS)) {
            refuse(response, 406, ErrorCodes.INVALID_REQUEST, "Accept: expected " + EVENTS);
            return;
        }
        HttpSession session = session(request, response);
        if (session == null) {
            return;
        }
        String lastEvent = request.getHeader("Last-Event-ID");
        EventStream.Position position = lastEvent == null ? null : EventStream.Position.parse(lastEvent);
        EventStream known = position == null ? null : session.stream(position.stream());
        if (lastEvent != null && known == null) {
            refuse(response, 400, ErrorCodes.INVALID_REQUEST, "Last-Event-ID: expected one of this session's");
            return;
        }
        EventStream stream = known == null ? session.newStream() : known;
        if (known == null) {
            session.session().listeningStream(stream);
        }
        OutputStream out = begin(response);
        stream.attach(out, position == null ? 0 : position.event(), session.primes() && known == null);
        try {
            stream.await(out, BEAT_MILLIS);
        } finally {
            stream.detach(out);
        }
    }

    private void delete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = session(request, response);
        if (session != null) {
            sessions.end(session);
            response.setStatus(204);
        }
    }

    /** The session that a request names; null where it was refused. */
    private @Nullable HttpSession session(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getHeader(SESSION);
        if (id == null || id.isBlank()) {
            refuse(
                    response,
                    400,
                    ErrorCodes.INVALID_REQUEST,
                    SESSION + " is missing, expected that of initialize's answer");
            return null;
        }
        HttpSession session = sessions.find(id);
        if (session == null) {
            refuse(response, 404, ErrorCodes.INVALID_REQUEST, "the session has ended, expected initialize");
        }
        return session;
    }

    private static OutputStream begin(HttpServletResponse response) throws IOException {
        response.setStatus(200);
        response.setContentType(EVENTS);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-cache, no-transform");
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
        return response.getOutputStream();
    }

    private static boolean accepts(HttpServletRequest request, String type) {
        String accept = request.getHeader("Accept");
        String range = type.substring(0, type.indexOf('/') + 1) + "*";
        return accept != null && (accept.contains(type) || accept.contains(range) || accept.contains("*/*"));
    }

    private static String text(byte[] body) throws BadMessageException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadMessageException(ErrorCodes.PARSE_ERROR, "the message is not UTF-8", null);
        }
    }

    private static void refuse(HttpServletResponse response, int status, int code, String message) throws IOException {
        answer(response, status, Json.error(null, code, message));
    }

    private static void answer(HttpServletResponse response, int status, String body) throws IOException {
        response.setStatus(status);
        response.setContentType(JSON_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends all sessions, so that no open stream holds up the end of the server. */
    @Override
    public void close() {
        closed = true;
        sessions.close();
    }
}
