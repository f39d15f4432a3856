package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.record.Document;
import io.ambit.core.record.Draft;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.MemoryRecord.State;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.spi.FactQuery;
import io.ambit.core.spi.MemoryStore.Change;
import io.ambit.core.spi.RecordSelection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of changes, and what remains of what is forgotten. */
public abstract class ChangeContract extends MemoryContract {

    @Test
    void changes_ofAnEmptySpace_areNone() {
        assertThat(store.sequence(SPACE)).isZero();
        assertThat(store.changes(SPACE, 0, 10)).isEmpty();
        assertThat(store.spaces()).isEmpty();
    }

    /** Somebody who follows the changes has, at any time, what a listing has. */
    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#twenty")
    void changes_followedInPages_giveWhatIsThere(Seed seed) {
        SplittableRandom random = seed.random();
        List<RecordId> ids = new ArrayList<>();
        Map<RecordId, State> followed = new LinkedHashMap<>();
        long seen = 0;
        for (int i = 0; i < 150; i++) {
            change(random, ids);
            if (random.nextInt(5) == 0) {
                List<Change> page = store.changes(SPACE, seen, 1 + random.nextInt(10));
                for (Change change : page) {
                    assertThat(change.sequence()).as("%s", seed).isGreaterThan(seen);
                    seen = change.sequence();
                    followed.put(change.id(), change.state());
                }
            }
        }
        for (Change change : store.changes(SPACE, seen, Integer.MAX_VALUE)) {
            followed.put(change.id(), change.state());
            seen = change.sequence();
        }
        assertThat(seen).isEqualTo(store.sequence(SPACE));
        Map<RecordId, State> there = new LinkedHashMap<>();
        store.list(SPACE, RecordSelection.LIVE.withArchived())
                .forEach(record -> there.put(record.id(), record.state()));
        ids.stream().filter(id -> store.isForgotten(SPACE, id)).forEach(id -> there.put(id, State.FORGOTTEN));
        assertThat(followed).as("%s", seed).containsExactlyInAnyOrderEntriesOf(there);
        assertThat(store.verify().faults()).isEmpty();
    }

    private void change(SplittableRandom random, List<RecordId> ids) {
        RecordId any = ids.isEmpty() ? new RecordId("doc-999") : Seed.pick(random, ids);
        boolean isFact = any.value().startsWith("fact");
        switch (random.nextInt(isFact ? 4 : 5)) {
            case 0, 1 -> ids.add(add(Facts.random(random)).id());
            case 2 -> store.archive(SPACE, any, random.nextBoolean(), NOW);
            case 3 -> store.forget(SPACE, any, NOW);
            default -> {
                RecordId note = addNote("note " + random.nextInt());
                ids.add(note);
                store.replace(SPACE, note, note("changed " + random.nextInt()), random.nextDouble(), NOW);
            }
        }
    }

    @Test
    void changes_ofOneSpace_areNotAnothers() {
        addNote("a");

        assertThat(store.sequence(OTHER)).isZero();
        add(draft(OTHER, note("b")));
        assertThat(store.changes(OTHER, 0, 10)).hasSize(1);
        assertThat(store.spaces()).containsExactlyInAnyOrder(SPACE, OTHER);
    }

    @Test
    void forget_record_leavesATombstoneOnly() {
        MemoryRecord record = add(keyed(SPACE, note("secret"), "k"));
        RecordId id = record.id();
        RecordId other = addNote("other");
        store.link(link(other, LinkType.RELATED_TO, id));
        long before = store.sequence(SPACE);

        assertThat(store.forget(SPACE, id, day(1))).isTrue();

        assertThat(store.find(SPACE, id)).isEmpty();
        assertThat(store.isForgotten(SPACE, id)).isTrue();
        assertThat(store.isForgotten(SPACE, other)).isFalse();
        assertThat(store.isForgotten(OTHER, id)).isFalse();
        assertThat(store.list(SPACE, RecordSelection.LIVE.withArchived()))
                .extracting(MemoryRecord::id)
                .containsExactly(other);
        assertThat(store.links(SPACE, List.of(id, other))).isEmpty();
        assertThat(store.changes(SPACE, before, 10)).containsExactly(new Change(before + 1, id, State.FORGOTTEN));
        assertThat(store.forget(SPACE, id, day(2))).isFalse();
        assertThat(store.archive(SPACE, id, true, day(2))).isFalse();
        assertThat(store.verify().tombstones()).isEqualTo(1);
        assertThat(store.verify().records()).isEqualTo(1);
        assertThat(store.verify().faults()).isEmpty();
        assertThat(addNote("next").value()).as("a number is given once").isEqualTo("doc-003");
    }

    @Test
    void add_keyOfAForgottenRecord_staysForgotten() {
        RecordId id = add(keyed(SPACE, note("a"), "k")).id();
        assertThat(store.isForgotten(SPACE, "file:a", "k")).isFalse();
        store.forget(SPACE, id, NOW);

        assertThat(store.isForgotten(SPACE, "file:a", "k")).isTrue();
        assertThat(store.isForgotten(SPACE, "file:b", "k")).isFalse();
        assertThat(store.isForgotten(SPACE, "file:a", "")).isFalse();
        assertThat(store.isForgotten(OTHER, "file:a", "k")).isFalse();
        assertThat(store.add(List.of(keyed(SPACE, note("a"), "k"), keyed(SPACE, note("b"), "l")), NOW))
                .extracting(stored -> stored.record().content())
                .containsExactly(note("b"));
        assertThat(store.find(SPACE, id)).isEmpty();
        assertThat(store.add(List.of(keyed(OTHER, note("a"), "k")), NOW)).hasSize(1);
    }

    @Test
    void forgetAll_ofASource_takesThatSourceOnly() {
        for (int i = 0; i < 30; i++) {
            String source = i % 3 == 0 ? "wanted" : "unwanted";
            store.add(List.of(Draft.of(SPACE, note("n" + i), Provenance.imported(source, "k" + i), null)), NOW);
        }
        store.archive(SPACE, new RecordId("doc-002"), true, NOW);
        add(Draft.of(OTHER, note("elsewhere"), Provenance.imported("unwanted", "k"), null));

        RecordSelection unwanted = RecordSelection.LIVE.withArchived().ofSource("unwanted");
        assertThat(store.forgetAll(SPACE, unwanted.atMost(3), NOW)).isEqualTo(20);

        assertThat(store.count(SPACE, RecordSelection.LIVE.withArchived())).isEqualTo(10);
        assertThat(store.count(SPACE, unwanted)).isZero();
        assertThat(store.count(OTHER, RecordSelection.LIVE)).isEqualTo(1);
        assertThat(store.forgetAll(SPACE, unwanted, NOW)).isZero();
    }

    @Test
    void forget_fact_leavesNoVersionOfIt() {
        RecordId id = add(Facts.of("Ann", "lives in", "Rome", day(1))).id();
        add(Facts.of("Ann", "lives in", "Oslo", day(2)));

        store.forget(SPACE, id, day(3));

        for (FactQuery query : List.of(FactQuery.ALL, new FactQuery(null, null, null, NOW))) {
            assertThat(store.facts(SPACE, query))
                    .extracting(version -> version.fact().object())
                    .containsExactly("Oslo");
        }
    }

    @Test
    void verify_wholeStore_counts() {
        RecordId a = add(new Document("n", "a")).id();
        RecordId b = add(draft(SPACE, note("b"))).id();
        add(draft(OTHER, note("c")));
        store.link(link(a, LinkType.SUPPORTS, b));
        store.archive(SPACE, b, true, NOW);

        assertThat(store.verify().records()).isEqualTo(3);
        assertThat(store.verify().links()).isEqualTo(1);
        assertThat(store.verify().isClean()).isTrue();
    }
}
