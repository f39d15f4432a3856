package io.ambit.mcp.transport;

import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The sessions over HTTP by their ids. Those that nobody has used for long end, and so do the oldest of too many. */
final class HttpSessions {
    static final int MAX_SESSIONS = 500;
    private static final Duration MAX_IDLE = Duration.ofHours(24);

    private final Map<String, HttpSession> sessions = new ConcurrentHashMap<>();

    HttpSession add(McpStreamableServerSession session, String revision) {
        sweep();
        HttpSession added = new HttpSession(session, revision);
        sessions.put(session.getId(), added);
        return added;
    }

    @Nullable HttpSession find(@Nullable String id) {
        HttpSession session = id == null ? null : sessions.get(id);
        if (session != null) {
            session.used();
        }
        return session;
    }

    void end(HttpSession session) {
        sessions.remove(session.session().getId());
        session.close();
    }

    private void sweep() {
        for (HttpSession session : sessions.values()) {
            if (session.idleNanos() > MAX_IDLE.toNanos()) {
                end(session);
            }
        }
        while (sessions.size() >= MAX_SESSIONS) {
            sessions.values().stream()
                    .max(Comparator.comparingLong(HttpSession::idleNanos))
                    .ifPresent(this::end);
        }
    }

    void close() {
        sessions.values().forEach(this::end);
    }
}
