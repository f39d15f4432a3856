package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.record.Draft;
import io.ambit.core.record.Fact;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.FactQuery;
import io.ambit.core.spi.FactVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Facts that arrive, change and are forgotten in any order, against {@link FactOracle}. */
public abstract class FactHistoryContract extends MemoryContract {
    private static final int EVENTS = 7;

    /** How many histories; {@code -Dambit.fact.histories=10000} for the full run of a store on disk. */
    protected int histories() {
        return Integer.getInteger("ambit.fact.histories", 10_000);
    }

    @Test
    void facts_ofRandomHistories_areThoseOfTheOracle() {
        for (int i = 0; i < histories(); i++) {
            Seed seed = new Seed(i);
            SplittableRandom random = seed.random();
            Space space = new Space("h" + i);
            FactOracle oracle = new FactOracle();
            List<RecordId> ids = play(space, random, oracle);
            for (int q = 0; q < 4; q++) {
                Instant worldAt = moment(random);
                Instant knownAt = moment(random);
                assertThat(asOf(space, worldAt, knownAt))
                        .as("%s, world at %s, known at %s", seed, worldAt, knownAt)
                        .isEqualTo(oracle.holding(worldAt, knownAt));
            }
            assertThat(contradictions(space, ids)).as("%s", seed).isEqualTo(oracle.contradictions());
        }
        assertThat(store.verify().faults()).isEmpty();
    }

    private List<RecordId> play(Space space, SplittableRandom random, FactOracle oracle) {
        List<RecordId> ids = new ArrayList<>();
        int today = 0;
        for (int e = 0; e < EVENTS; e++) {
            today += random.nextInt(3);
            Instant now = day(today);
            int what = random.nextInt(20);
            if (what == 0 && !ids.isEmpty()) {
                RecordId gone = ids.remove(random.nextInt(ids.size()));
                store.forget(space, gone, now);
                oracle.forget(now, gone);
            } else if (what < 4 && !ids.isEmpty()) {
                RecordId id = Seed.pick(random, ids);
                Fact fact = Facts.random(random);
                MemoryRecord changed = store.replace(space, id, fact, random.nextDouble(), now);
                oracle.state(now, id, changed.time(), fact);
            } else {
                Instant happened = random.nextInt(3) == 0 ? day(random.nextInt(12)) : null;
                Fact fact = Facts.random(random);
                Draft draft = Draft.of(space, fact, Provenance.imported("file", "k" + e), happened);
                MemoryRecord added = store.add(List.of(draft), now).getFirst().record();
                oracle.state(now, added.id(), added.time(), fact);
                if (random.nextInt(4) == 0) {
                    store.add(List.of(draft), now);
                }
                ids.add(added.id());
            }
        }
        return ids;
    }

    private static @Nullable Instant moment(SplittableRandom random) {
        return random.nextInt(5) == 0 ? null : day(random.nextInt(14)).plusSeconds(random.nextInt(2) * 3600L);
    }

    private Set<RecordId> asOf(Space space, @Nullable Instant worldAt, @Nullable Instant knownAt) {
        List<FactVersion> facts = store.facts(space, new FactQuery(null, null, worldAt, knownAt));
        Set<RecordId> ids = facts.stream().map(FactVersion::id).collect(Collectors.toCollection(HashSet::new));
        assertThat(ids).as("one version of each").hasSameSizeAs(facts);
        return ids;
    }

    private Set<List<RecordId>> contradictions(Space space, List<RecordId> ids) {
        return store.links(space, ids).stream()
                .filter(link -> link.type() == LinkType.CONTRADICTS)
                .map(link -> List.of(link.from(), link.to()))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
