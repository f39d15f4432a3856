package io.ambit.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.graph.LinkWalk.Reached;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.testkit.HeapMemoryStore;
import io.ambit.testkit.Seed;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinkWalkTest {
    private static final Space SPACE = Space.DEFAULT;
    private static final Instant NOW = Instant.parse("2026-03-18T15:00:00Z");

    private final HeapMemoryStore store = new HeapMemoryStore();
    private final LinkWalk walk = new LinkWalk(store);

    @Test
    void walk_chain_fadesWithEachHop() {
        List<RecordId> chain = records(4);
        link(chain.get(0), LinkType.SUPPORTS, chain.get(1));
        link(chain.get(2), LinkType.SUPPORTS, chain.get(1));
        link(chain.get(2), LinkType.SUPPORTS, chain.get(3));

        List<Reached> reached = walk.walk(SPACE, Map.of(chain.getFirst(), 1.0), 2);

        assertThat(reached).extracting(Reached::id).containsExactly(chain.get(1), chain.get(2));
        assertThat(reached.getFirst().relevance())
                .isLessThan(1)
                .isGreaterThan(reached.get(1).relevance());
        assertThat(reached.get(1).path()).hasSize(2);
    }

    @Test
    void walk_superseded_leadsToWhatReplacedIt() {
        List<RecordId> both = records(3);
        link(both.get(0), LinkType.SUPERSEDED_BY, both.get(1));
        link(both.get(0), LinkType.RELATED_TO, both.get(2));

        assertThat(walk.walk(SPACE, Map.of(both.getFirst(), 1.0), 1))
                .extracting(Reached::id)
                .containsExactly(both.get(1), both.get(2));
        double back = walk.walk(SPACE, Map.of(both.get(1), 1.0), 1).getFirst().relevance();
        double there = walk.walk(SPACE, Map.of(both.get(0), 1.0), 1).getFirst().relevance();
        assertThat(back).isLessThan(there);
    }

    @Test
    void walk_hub_passesOnLessToEach() {
        List<RecordId> star = records(60);
        List<RecordId> pair = records(2);
        for (RecordId leaf : star.subList(1, 60)) {
            link(star.getFirst(), LinkType.RELATED_TO, leaf);
        }
        link(pair.get(0), LinkType.RELATED_TO, pair.get(1));

        double fromHub =
                walk.walk(SPACE, Map.of(star.getFirst(), 1.0), 1).getFirst().relevance();
        double fromPair =
                walk.walk(SPACE, Map.of(pair.getFirst(), 1.0), 1).getFirst().relevance();

        assertThat(fromHub).isLessThan(fromPair / 2);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void walk_anyGraph_reachesWhatABreadthFirstSearchReaches(Seed seed) {
        SplittableRandom random = seed.random();
        List<RecordId> all = records(random.nextInt(3, 40));
        Map<RecordId, Set<RecordId>> beside = new HashMap<>();
        all.forEach(id -> beside.put(id, new TreeSet<>()));
        for (int n = random.nextInt(60); n > 0; n--) {
            RecordId from = Seed.pick(random, all);
            RecordId to = Seed.pick(random, all);
            if (!from.equals(to)) {
                link(from, Seed.pick(random, List.of(LinkType.values())), to);
                beside.get(from).add(to);
                beside.get(to).add(from);
            }
        }
        int hops = random.nextInt(0, 3);

        List<Reached> reached = walk.walk(SPACE, Map.of(all.getFirst(), 1.0), hops);

        assertThat(reached.stream().map(Reached::id).collect(Collectors.toSet()))
                .as("%s", seed)
                .isEqualTo(within(beside, all.getFirst(), hops));
        assertThat(reached).allSatisfy(one -> assertThat(one.relevance()).isBetween(0.0, 0.5));
        assertThat(reached).allSatisfy(one -> assertThat(one.path()).hasSizeLessThanOrEqualTo(hops));
    }

    private static Set<RecordId> within(Map<RecordId, Set<RecordId>> beside, RecordId start, int hops) {
        Map<RecordId, Integer> distance = new HashMap<>(Map.of(start, 0));
        Deque<RecordId> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            RecordId id = open.poll();
            for (RecordId next : beside.get(id)) {
                if (distance.get(id) < hops && distance.putIfAbsent(next, distance.get(id) + 1) == null) {
                    open.add(next);
                }
            }
        }
        distance.remove(start);
        return distance.keySet();
    }

    private List<RecordId> records(int count) {
        List<Draft> drafts = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            drafts.add(Draft.of(
                    SPACE, new Insight("note", "note " + n, "", List.of()), Provenance.by("user", "test"), NOW));
        }
        return store.add(drafts, NOW).stream()
                .map(stored -> stored.record().id())
                .toList();
    }

    private void link(RecordId from, LinkType type, RecordId to) {
        store.link(new Link(SPACE, from, type, to, "test", NOW));
    }
}
