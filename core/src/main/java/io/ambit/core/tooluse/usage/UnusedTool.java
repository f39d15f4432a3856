package io.ambit.core.tooluse.usage;

import io.ambit.core.session.SessionId;
import java.util.List;

/**
 * A definition that requests carried and no session called.
 *
 * @param server who offers it, "" where that is not known
 * @param tokens what it costs a request
 * @param requests that carried it
 * @param sessions that were offered it, newest first
 */
public record UnusedTool(String name, String server, int tokens, long requests, List<SessionId> sessions) {
    public UnusedTool {
        sessions = List.copyOf(sessions);
    }

    /** What it cost in all. */
    public long total() {
        return tokens * requests;
    }
}
