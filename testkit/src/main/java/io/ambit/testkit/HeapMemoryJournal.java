package io.ambit.testkit;

import io.ambit.core.event.DisclosureEvent;
import io.ambit.core.event.RecallEvent;
import io.ambit.core.event.StrategyRun;
import io.ambit.core.event.StrategySuccess;
import io.ambit.core.event.StrategyType;
import io.ambit.core.event.TopicChange;
import io.ambit.core.record.Outcome;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryJournal;
import io.ambit.core.text.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A whole journal that lives as long as the process: for tests, and the plain twin of the one in the database. */
public final class HeapMemoryJournal implements MemoryJournal {

    private static final class OfSpace {
        final List<RecallEvent> queries = new ArrayList<>();
        final Set<Hash> recalled = new HashSet<>();
        final List<DisclosureEvent> shown = new ArrayList<>();
        final Map<List<String>, TopicChange> changes = new LinkedHashMap<>();
    }

    private final Map<Space, OfSpace> spaces = new HashMap<>();

    private OfSpace of(Space space) {
        return spaces.computeIfAbsent(space, any -> new OfSpace());
    }

    @Override
    public synchronized String asked(RecallEvent event) {
        OfSpace journal = of(event.space());
        String id = "q-" + (journal.queries.size() + 1);
        journal.queries.add(event.withId(id));
        return id;
    }

    @Override
    public synchronized boolean report(Space space, String queryId, Outcome outcome, boolean completed) {
        List<RecallEvent> queries = of(space).queries;
        for (int q = 0; q < queries.size(); q++) {
            RecallEvent asked = queries.get(q);
            if (asked.id().equals(queryId)) {
                queries.set(
                        q,
                        new RecallEvent(
                                queryId,
                                space,
                                asked.at(),
                                asked.profile(),
                                asked.strategies(),
                                asked.selected(),
                                outcome,
                                completed));
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized Optional<RecallEvent> query(Space space, String queryId) {
        return of(space).queries.stream()
                .filter(event -> event.id().equals(queryId))
                .findFirst();
    }

    @Override
    public synchronized List<RecallEvent> queries(Space space, int limit) {
        return of(space).queries.reversed().stream().limit(limit).toList();
    }

    @Override
    public synchronized List<StrategySuccess> successByStrategy(Space space) {
        List<StrategySuccess> all = new ArrayList<>();
        for (StrategyType type : StrategyType.values()) {
            long reported = 0;
            long successes = 0;
            for (RecallEvent event : of(space).queries) {
                for (StrategyRun run : event.strategies()) {
                    if (run.type() == type && run.selected() > 0 && event.outcome() != null) {
                        reported++;
                        successes += event.outcome() == Outcome.SUCCESS ? 1 : 0;
                    }
                }
            }
            if (reported > 0) {
                all.add(new StrategySuccess(type, reported, successes));
            }
        }
        return all;
    }

    @Override
    public synchronized void recalled(Space space, Collection<Hash> texts, Instant at) {
        of(space).recalled.addAll(texts);
    }

    @Override
    public synchronized boolean wasRecalled(Space space, Hash text) {
        return of(space).recalled.contains(text);
    }

    @Override
    public synchronized void shown(DisclosureEvent event) {
        of(event.space()).shown.add(event);
    }

    @Override
    public synchronized List<DisclosureEvent> shown(Space space, @Nullable String session, @Nullable String task) {
        return of(space).shown.stream()
                .filter(event -> session == null || event.session().equals(session))
                .filter(event -> task == null || event.task().equals(task))
                .toList();
    }

    @Override
    public synchronized void change(Space space, TopicChange change, Instant at) {
        of(space).changes.put(key(change), change);
    }

    @Override
    public synchronized boolean undo(Space space, TopicChange change) {
        return of(space).changes.remove(key(change)) != null;
    }

    @Override
    public synchronized List<TopicChange> changes(Space space) {
        return List.copyOf(of(space).changes.values());
    }

    private static List<String> key(TopicChange change) {
        return List.of(change.getClass().getName(), change.topic());
    }

    @Override
    public void close() {}
}
