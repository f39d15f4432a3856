package io.ambit.testkit;

import io.ambit.core.session.Space;
import io.ambit.core.spi.ToolPatternStore;
import io.ambit.core.tool.ToolPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Patterns that live as long as the process: for tests, and the plain twin of those in the database. */
public final class HeapToolPatternStore implements ToolPatternStore {
    private final Map<Space, Map<String, ToolPattern>> kept = new HashMap<>();
    private final Map<Space, List<Event>> events = new HashMap<>();

    @Override
    public synchronized List<ToolPattern> patterns(Space space) {
        return List.copyOf(kept.getOrDefault(space, Map.of()).values());
    }

    @Override
    public synchronized void keep(Space space, List<ToolPattern> patterns) {
        Map<String, ToolPattern> own = kept.computeIfAbsent(space, any -> new TreeMap<>());
        patterns.forEach(pattern -> own.put(pattern.id(), pattern));
    }

    @Override
    public synchronized void remove(Space space, List<String> ids) {
        kept.getOrDefault(space, new HashMap<>()).keySet().removeAll(ids);
    }

    @Override
    public synchronized void note(Space space, Event event) {
        events.computeIfAbsent(space, any -> new ArrayList<>()).addFirst(event);
    }

    @Override
    public synchronized List<Event> events(Space space, int limit) {
        return events.getOrDefault(space, List.of()).stream().limit(limit).toList();
    }

    @Override
    public synchronized void purge(Space space) {
        kept.remove(space);
        events.remove(space);
    }

    @Override
    public void close() {
        // there is nothing to give back
    }
}
