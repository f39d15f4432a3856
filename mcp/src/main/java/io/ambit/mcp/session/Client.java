package io.ambit.mcp.session;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A client for the length of its session. Thread-safe. */
public final class Client {
    private static final int MAX_NAME = 80;

    private final ClientCapabilities capabilities;
    private final Implementation info;
    private final SessionProject project;
    private final Map<Object, AtomicBoolean> running = new ConcurrentHashMap<>();
    private @Nullable McpStreamableServerSession session;

    public Client(InitializeRequest request, SessionProject project) {
        ClientCapabilities named = request.capabilities();
        Implementation who = request.clientInfo();
        this.capabilities = named == null ? ClientCapabilities.builder().build() : named;
        this.info = who == null ? Implementation.builder("unknown", "0").build() : who;
        this.project = project;
    }

    /** Says which session is this client's; once, before the first call. */
    public void joins(McpStreamableServerSession its) {
        session = its;
    }

    public McpStreamableServerSession session() {
        return Objects.requireNonNull(session, "the session is open");
    }

    /** Its name on one line, for provenance and logs. */
    public String name() {
        String name = String.valueOf(info.name())
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ")
                .strip();
        return name.isEmpty() ? "unknown" : name.substring(0, Math.min(name.length(), MAX_NAME));
    }

    public ClientCapabilities capabilities() {
        return capabilities;
    }

    public Implementation info() {
        return info;
    }

    public SessionProject project() {
        return project;
    }

    /** An exchange that belongs to no request. */
    public McpAsyncServerExchange exchange() {
        return new McpAsyncServerExchange(session().getId(), session(), capabilities, info, McpTransportContext.EMPTY);
    }

    /** Begins a request; the flag is set when the client gives it up. */
    AtomicBoolean begin(@Nullable Object request) {
        AtomicBoolean cancelled = new AtomicBoolean();
        if (request != null) {
            running.put(request, cancelled);
        }
        return cancelled;
    }

    void end(@Nullable Object request) {
        if (request != null) {
            running.remove(request);
        }
    }

    /** Gives a request up; nothing happens where it has ended or never was. */
    public void cancel(@Nullable Object request) {
        AtomicBoolean cancelled = request == null ? null : running.get(request);
        if (cancelled != null) {
            cancelled.set(true);
        }
    }
}
