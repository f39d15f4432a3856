package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Fact;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import io.ambit.core.session.Space;
import io.ambit.core.spi.FactQuery;
import io.ambit.core.spi.FactVersion;
import io.ambit.core.spi.MemoryStore.Change;
import io.ambit.core.spi.RecordSelection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Nothing of one space is seen in another, by any read. The spaces hold records of the same ids, sources, keys,
 * sessions and subjects, in different number; only the text of each says whose it is.
 */
public abstract class IsolationContract extends MemoryContract {
    private static final int SPACES = 50;

    private final List<Space> spaces = new ArrayList<>();
    private final Map<Space, Set<RecordId>> ids = new HashMap<>();

    /** How many reads; {@code -Dambit.isolation.reads=100000} for the full run of a store on disk. */
    protected int reads() {
        return Integer.getInteger("ambit.isolation.reads", 100_000);
    }

    @Test
    void reads_atRandomOverManySpaces_giveNothingOfAnother() {
        SplittableRandom random = new Seed(1).random();
        for (int s = 0; s < SPACES; s++) {
            fill(new Space("space-" + s), random);
        }
        List<RecordId> all =
                ids.values().stream().flatMap(Set::stream).distinct().toList();
        long seen = 0;
        for (int i = 0; i < reads(); i++) {
            Space space = Seed.pick(random, spaces);
            seen += read(space, Seed.pick(random, all), i, random);
        }
        assertThat(seen).as("records that were read").isGreaterThan(reads());
    }

    private void fill(Space space, SplittableRandom random) {
        spaces.add(space);
        List<Draft> drafts = new ArrayList<>();
        int size = 1 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
            Provenance provenance = new Provenance("user", "file", "k" + i, "s", null);
            drafts.add(Draft.of(space, note("of " + space), provenance, null));
            drafts.add(Draft.of(
                    space,
                    new Turn("talk", i, "Ann", Voice.PERSON, "of " + space),
                    Provenance.imported("talk", "k" + i),
                    null));
            drafts.add(Draft.of(
                    space,
                    new Fact("Ann", "is", "of " + space + " " + i % 3, true, day(i), null),
                    Provenance.imported("facts", "k" + i),
                    null));
        }
        Set<RecordId> known = new HashSet<>();
        store.add(drafts, NOW).forEach(stored -> known.add(stored.record().id()));
        ids.put(space, known);
        store.link(new Link(
                space, new RecordId("doc-001"), LinkType.SUPPORTS, new RecordId("turn-001"), "of " + space, NOW));
    }

    /** One read by a method that {@code i} chooses; returns how many records it gave. */
    private int read(Space space, RecordId id, int i, SplittableRandom random) {
        Set<RecordId> own = ids.getOrDefault(space, Set.of());
        return switch (i % 9) {
            case 0 -> of(space, store.find(space, id).stream().toList());
            case 1 -> of(space, store.find(space, List.of(id, new RecordId("doc-001"))));
            case 2 -> of(space, store.list(space, RecordSelection.LIVE.ofSource("file")));
            case 3 ->
                of(
                        space,
                        store.list(
                                space,
                                RecordSelection.LIVE
                                        .withArchived()
                                        .ofSession("s")
                                        .newest(5)));
            case 4 -> of(space, store.turns(space, "talk", 0, random.nextInt(12)));
            case 5 -> {
                List<Link> links = store.links(space, List.of(id, new RecordId("doc-001")));
                assertThat(links)
                        .allMatch(link -> link.space().equals(space)
                                && own.contains(link.from())
                                && own.contains(link.to())
                                && List.of("rules", "of " + space).contains(link.author()));
                yield links.size();
            }
            case 6 -> {
                List<FactVersion> facts = store.facts(space, new FactQuery("Ann", "is", null, null));
                assertThat(facts).allMatch(version -> version.fact().object().matches("of " + space + " [0-2]"));
                yield facts.size();
            }
            case 7 -> {
                List<Change> changes = store.changes(space, random.nextInt(10), 20);
                assertThat(changes).allMatch(change -> own.contains(change.id()));
                yield changes.size();
            }
            default -> {
                assertThat(store.count(space, RecordSelection.LIVE)).isEqualTo(own.size());
                assertThat(store.isForgotten(space, id)).isFalse();
                yield 0;
            }
        };
    }

    private int of(Space space, List<MemoryRecord> records) {
        for (MemoryRecord record : records) {
            assertThat(record.space()).isEqualTo(space);
            String text = record.content() instanceof Fact fact
                    ? fact.object()
                    : record.content().text();
            assertThat(text).matches("of " + space + "( [0-2])?");
        }
        return records.size();
    }

    @Test
    void writes_ofAnIdOfAnotherSpace_changeNothing() {
        add(draft(SPACE, note("a")));
        RecordId id = add(draft(SPACE, note("b"))).id();
        RecordId known = add(draft(OTHER, note("c"))).id();
        MemoryRecord before = store.find(SPACE, id).orElseThrow();

        assertThatThrownBy(() -> store.replace(OTHER, id, note("d"), 1, NOW)).isInstanceOf(AmbitException.class);
        assertThatThrownBy(() -> store.link(new Link(OTHER, known, LinkType.SUPPORTS, id, "user", NOW)))
                .isInstanceOf(AmbitException.class);
        assertThat(store.archive(OTHER, id, true, NOW)).isFalse();
        assertThat(store.forget(OTHER, id, NOW)).isFalse();
        store.used(OTHER, List.of(id), NOW);
        assertThat(store.forgetAll(OTHER, RecordSelection.LIVE, NOW)).isEqualTo(1);

        assertThat(store.find(SPACE, id)).contains(before);
        assertThat(store.count(SPACE, RecordSelection.LIVE)).isEqualTo(2);
    }
}
