package io.ambit.core.graph;

import io.ambit.core.record.Link;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows links from records that were found to those that belong with them (spreading activation, Collins and Loftus
 * 1975): at each hop a record passes on half of its relevance, less over weak links, and less the more links it has, so
 * that a record to which everything is linked does not draw in all.
 */
public final class LinkWalk {
    private static final double DECAY = 0.5;
    /** The best of each hop go on; the rest could not reach the top in any case. */
    private static final int MAX_FRONTIER = 100;

    private static final int MAX_LINKS_OF_ONE = 200;

    private final MemoryStore store;

    public LinkWalk(MemoryStore store) {
        this.store = store;
    }

    /**
     * A record that was reached.
     *
     * @param relevance what came over the best path, below that of the record it began at
     * @param path the links of that path, in order from its beginning
     */
    public record Reached(RecordId id, double relevance, List<Link> path) {
        public Reached {
            path = List.copyOf(path);
        }
    }

    /**
     * The records reached over at most {@code hops} links, most relevant first; those that it began at are not among
     * them, unless they were reached from one another.
     *
     * @param from relevance by record, 0 to 1
     */
    public List<Reached> walk(Space space, Map<RecordId, Double> from, int hops) {
        Map<RecordId, Reached> reached = new LinkedHashMap<>();
        List<Reached> frontier = new ArrayList<>();
        from.forEach((id, relevance) -> frontier.add(new Reached(id, relevance, List.of())));
        for (int hop = 0; hop < hops && !frontier.isEmpty(); hop++) {
            List<Reached> next = hop(space, frontier);
            frontier.clear();
            for (Reached one : next) {
                Reached known = reached.get(one.id());
                if (known == null || known.relevance() < one.relevance()) {
                    reached.put(one.id(), one);
                    frontier.add(one);
                }
            }
            frontier.sort(Comparator.comparingDouble(Reached::relevance).reversed());
            if (frontier.size() > MAX_FRONTIER) {
                frontier.subList(MAX_FRONTIER, frontier.size()).clear();
            }
        }
        return reached.values().stream()
                .sorted(Comparator.comparingDouble(Reached::relevance)
                        .reversed()
                        .thenComparing(Reached::id))
                .toList();
    }

    private List<Reached> hop(Space space, List<Reached> frontier) {
        Map<RecordId, List<Link>> byEnd = new HashMap<>();
        for (Link link : store.links(space, frontier.stream().map(Reached::id).toList())) {
            if (link.space().equals(space)) {
                byEnd.computeIfAbsent(link.from(), any -> new ArrayList<>()).add(link);
                byEnd.computeIfAbsent(link.to(), any -> new ArrayList<>()).add(link);
            }
        }
        List<Reached> next = new ArrayList<>();
        for (Reached start : frontier) {
            List<Link> links = byEnd.getOrDefault(start.id(), List.of());
            double share = DECAY / Math.sqrt(Math.max(1, links.size() / 4.0));
            for (Link link : links.subList(0, Math.min(links.size(), MAX_LINKS_OF_ONE))) {
                RecordId other = link.from().equals(start.id()) ? link.to() : link.from();
                boolean back = start.path().stream()
                        .anyMatch(step -> step.from().equals(other) || step.to().equals(other));
                if (!back) {
                    List<Link> path = new ArrayList<>(start.path());
                    path.add(link);
                    next.add(new Reached(other, start.relevance() * share * LinkStrength.of(link, start.id()), path));
                }
            }
        }
        return next;
    }
}
