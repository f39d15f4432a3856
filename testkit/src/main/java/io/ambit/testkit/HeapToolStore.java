package io.ambit.testkit;

import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.ToolStore;
import io.ambit.core.tool.ToolDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Definitions that live as long as the process: for tests, and the plain twin of those in the database. */
public final class HeapToolStore implements ToolStore {
    private record Session(Space space, SessionId id) {}

    private record Tool(String name, String server) {}

    private record Offer(ToolDefinition definition, Instant at) {}

    private final Map<Session, Map<Tool, Offer>> offers = new LinkedHashMap<>();

    @Override
    public synchronized void offered(Space space, SessionId session, List<ToolDefinition> tools, Instant at) {
        Map<Tool, Offer> known = offers.computeIfAbsent(new Session(space, session), any -> new LinkedHashMap<>());
        for (ToolDefinition tool : tools) {
            known.merge(
                    new Tool(tool.name(), tool.server()),
                    new Offer(tool, at),
                    (before, now) -> before.definition().equals(now.definition()) ? before : now);
        }
    }

    @Override
    public synchronized List<ToolDefinition> tools(Space space) {
        List<Offer> all = new ArrayList<>();
        offers.forEach((session, known) -> {
            if (session.space().equals(space)) {
                all.addAll(known.values());
            }
        });
        all.sort(Comparator.comparing((Offer offer) -> offer.definition().name())
                .thenComparing(offer -> offer.definition().server())
                .thenComparing(Offer::at));
        Map<Tool, ToolDefinition> newest = new LinkedHashMap<>();
        all.forEach(offer -> newest.put(
                new Tool(offer.definition().name(), offer.definition().server()), offer.definition()));
        return List.copyOf(newest.values());
    }

    @Override
    public synchronized List<ToolDefinition> tools(Space space, SessionId session) {
        return offers.getOrDefault(new Session(space, session), Map.of()).values().stream()
                .map(Offer::definition)
                .toList();
    }

    @Override
    public synchronized List<Offered> offers(Space space) {
        Map<ToolDefinition, List<SessionId>> sessions = new LinkedHashMap<>();
        offers.forEach((session, known) -> {
            if (session.space().equals(space)) {
                known.values()
                        .forEach(offer -> sessions.computeIfAbsent(offer.definition(), any -> new ArrayList<>())
                                .add(session.id()));
            }
        });
        return sessions.entrySet().stream()
                .map(each -> new Offered(each.getKey(), List.copyOf(each.getValue())))
                .sorted(Comparator.comparing((Offered offered) -> offered.tool().name())
                        .thenComparing(offered -> offered.tool().server()))
                .toList();
    }

    @Override
    public void close() {
        // there is nothing to give back
    }
}
