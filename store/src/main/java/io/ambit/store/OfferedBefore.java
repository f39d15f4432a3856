package io.ambit.store;

import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.tool.ToolDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the sessions that are at work were offered last. A request carries the same definitions as the one before it:
 * then there is nothing to write, and nothing to ask the database for. Thread-safe.
 */
final class OfferedBefore {
    private static final int SESSIONS = 256;

    private record Key(Space space, SessionId session) {}

    private final Map<Key, List<ToolDefinition>> last = new LinkedHashMap<>(SESSIONS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<ToolDefinition>> eldest) {
            return size() > SESSIONS;
        }
    };

    synchronized boolean isNews(Space space, SessionId session, List<ToolDefinition> tools) {
        return !tools.equals(last.get(new Key(space, session)));
    }

    synchronized void noted(Space space, SessionId session, List<ToolDefinition> tools) {
        last.put(new Key(space, session), List.copyOf(tools));
    }
}
