package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import io.ambit.core.record.Document;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Insight;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.MemoryRecord.State;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.spi.MemoryStore.Stored;
import io.ambit.core.spi.RecordSelection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How records are stored, numbered, found again, changed, archived and used. */
public abstract class RecordContract extends MemoryContract {

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#twenty")
    void find_anyContent_isAsItWasStored(Seed seed) {
        SplittableRandom random = seed.random();
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Provenance provenance = new Provenance(
                    GeneratedContents.said(random),
                    GeneratedContents.said(random),
                    "key " + i + GeneratedContents.text(random),
                    random.nextBoolean() ? GeneratedContents.said(random) : null,
                    random.nextBoolean() ? random.nextInt(100) : null);
            Instant happened = GeneratedContents.time(random);
            drafts.add(new Draft(
                    SPACE,
                    GeneratedContents.random(random),
                    provenance,
                    happened,
                    random.nextDouble(),
                    random.nextDouble()));
        }

        List<Stored> stored = store.add(drafts, NOW);

        assertThat(stored)
                .allMatch(Stored::isNew)
                .extracting(s -> s.record().draft())
                .isEqualTo(drafts);
        assertThat(stored).extracting(s -> s.record().createdAt()).containsOnly(NOW);
        List<MemoryRecord> records = stored.stream().map(Stored::record).toList();
        assertThat(store.find(SPACE, records.stream().map(MemoryRecord::id).toList()))
                .isEqualTo(records);
        assertThat(store.list(SPACE, RecordSelection.LIVE)).isEqualTo(records);
        assertThat(store.verify().faults()).isEmpty();
    }

    @Test
    void add_severalKinds_numbersEachKindInItsSpace() {
        assertThat(addNote("a")).isEqualTo(new RecordId("doc-001"));
        assertThat(addNote("b")).isEqualTo(new RecordId("doc-002"));
        assertThat(add(new Insight("note", "c", "", List.of())).id()).isEqualTo(new RecordId("ins-001"));
        assertThat(add(draft(OTHER, note("d"))).id()).isEqualTo(new RecordId("doc-001"));
    }

    @Test
    void add_episode_isNumberedByTheDayItHappened() {
        Episode episode = Episode.of("repair the build", Outcome.SUCCESS);
        Instant lateInTheDay = Instant.parse("2025-12-31T23:59:59.999Z");

        Draft past = Draft.of(SPACE, episode, Provenance.by("user", "test"), lateInTheDay);

        assertThat(add(past).id()).isEqualTo(new RecordId("ep-2025-12-31-001"));
        assertThat(add(episode).id()).isEqualTo(new RecordId("ep-2026-01-05-001"));
        assertThat(add(past).id()).isEqualTo(new RecordId("ep-2025-12-31-002"));
        Draft ancient = Draft.of(SPACE, episode, Provenance.by("user", "test"), Instant.MIN);
        assertThat(add(ancient).id()).isEqualTo(new RecordId("ep-2026-01-05-002"));
    }

    @Test
    void add_moreThan999_idsGetLonger() {
        List<Draft> many = new ArrayList<>();
        for (int i = 0; i < 1001; i++) {
            many.add(draft(SPACE, note("n" + i)));
        }
        List<Stored> stored = store.add(many, NOW);

        assertThat(stored.get(998).record().id().value()).isEqualTo("doc-999");
        assertThat(stored.get(1000).record().id().value()).isEqualTo("doc-1001");
        assertThat(store.list(
                        SPACE,
                        RecordSelection.LIVE.after(stored.get(998).record().id())))
                .extracting(MemoryRecord::id)
                .containsExactly(new RecordId("doc-1000"), new RecordId("doc-1001"));
    }

    @Test
    void add_sameSourceAndKey_keepsTheRecordAndTakesTheContent() {
        MemoryRecord first = add(keyed(SPACE, note("a"), "k").withConfidence(0.3));
        long before = store.sequence(SPACE);

        Stored again = store.add(List.of(keyed(SPACE, note("a"), "k")), day(1)).getFirst();
        assertThat(again).isEqualTo(new Stored(first, false));
        assertThat(store.sequence(SPACE)).isEqualTo(before);

        Stored changed =
                store.add(List.of(keyed(SPACE, note("b"), "k")), day(1)).getFirst();
        assertThat(changed.isNew()).isFalse();
        assertThat(changed.record().id()).isEqualTo(first.id());
        assertThat(changed.record().content()).isEqualTo(note("b"));
        assertThat(changed.record().draft().confidence()).isEqualTo(0.3);
        assertThat(changed.record().createdAt()).isEqualTo(NOW);
        assertThat(store.sequence(SPACE)).isGreaterThan(before);
        assertThat(store.count(SPACE, RecordSelection.LIVE)).isEqualTo(1);
    }

    @Test
    void add_sameKeyTwiceAtOnce_isOneRecord() {
        List<Stored> stored = store.add(List.of(keyed(SPACE, note("a"), "k"), keyed(SPACE, note("b"), "k")), NOW);

        assertThat(stored).extracting(Stored::isNew).containsExactly(true, false);
        assertThat(stored).extracting(s -> s.record().content()).containsOnly(note("b"));
        assertThat(store.count(SPACE, RecordSelection.LIVE)).isEqualTo(1);
    }

    @Test
    void add_sameKeyOfAnotherSourceOrSpace_isAnotherRecord() {
        add(keyed(SPACE, note("a"), "k"));
        Draft otherSource = Draft.of(SPACE, note("a"), Provenance.imported("file:b", "k"), null);

        assertThat(store.add(List.of(otherSource, keyed(OTHER, note("a"), "k")), NOW))
                .allMatch(Stored::isNew);
    }

    @Test
    void add_emptyKey_isAlwaysNew() {
        Draft draft = draft(SPACE, note("a"));

        assertThat(store.add(List.of(draft, draft), NOW)).allMatch(Stored::isNew);
    }

    @Test
    void add_oneDraftIsWrong_storesNone() {
        add(keyed(SPACE, note("a"), "k"));
        List<Draft> drafts =
                List.of(draft(SPACE, note("b")), keyed(SPACE, new Insight("note", "c", "", List.of()), "k"));

        assertThatThrownBy(() -> store.add(drafts, NOW))
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining("doc-001")
                .hasMessageContaining("insight");

        assertThat(store.list(SPACE, RecordSelection.LIVE)).hasSize(1);
        assertThat(addNote("d")).isEqualTo(new RecordId("doc-002"));
    }

    @Test
    void replace_otherContent_changesContentAndConfidenceOnly() {
        MemoryRecord first = add(keyed(SPACE, note("a"), "k"));

        MemoryRecord changed = store.replace(SPACE, first.id(), note("b"), 0.25, day(1));

        assertThat(changed.draft())
                .isEqualTo(first.draft().withContent(note("b")).withConfidence(0.25));
        assertThat(changed.createdAt()).isEqualTo(first.createdAt());
        assertThat(store.find(SPACE, first.id())).contains(changed);
    }

    @Test
    void replace_otherKindOrUnknownId_throws() {
        RecordId id = addNote("a");

        assertThatThrownBy(() -> store.replace(SPACE, id, Episode.of("x", Outcome.SUCCESS), 1, NOW))
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining(id.value())
                .hasMessageContaining("document")
                .hasMessageContaining("episode");
        assertThatThrownBy(() -> store.replace(SPACE, new RecordId("doc-999"), note("b"), 1, NOW))
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining("doc-999");
        assertThat(store.find(SPACE, id).orElseThrow().content()).isEqualTo(note("a"));
    }

    @Test
    void archive_andRestore_changesTheState() {
        RecordId id = addNote("a");

        assertThat(store.archive(SPACE, id, true, NOW)).isTrue();
        assertThat(store.archive(SPACE, id, true, NOW)).isFalse();
        assertThat(store.find(SPACE, id).orElseThrow().state()).isEqualTo(State.ARCHIVED);
        assertThat(store.list(SPACE, RecordSelection.LIVE)).isEmpty();
        assertThat(store.list(SPACE, RecordSelection.LIVE.withArchived())).hasSize(1);

        assertThat(store.archive(SPACE, id, false, NOW)).isTrue();
        assertThat(store.archive(SPACE, id, false, NOW)).isFalse();
        assertThat(store.list(SPACE, RecordSelection.LIVE)).hasSize(1);
        assertThat(store.archive(SPACE, new RecordId("doc-999"), true, NOW)).isFalse();
    }

    @Test
    void used_severalTimes_isCounted() {
        RecordId id = addNote("a");
        RecordId unused = addNote("b");
        long before = store.sequence(SPACE);

        store.used(SPACE, List.of(id, new RecordId("doc-999")), day(1));
        store.used(SPACE, List.of(id), day(2));

        MemoryRecord record = store.find(SPACE, id).orElseThrow();
        assertThat(record.uses()).isEqualTo(2);
        assertThat(record.lastUsed()).isEqualTo(day(2));
        assertThat(store.find(SPACE, unused).orElseThrow().lastUsed()).isNull();
        assertThat(store.sequence(SPACE))
                .as("use is no change of what is found")
                .isEqualTo(before);
    }

    @Test
    void find_severalIds_comeInTheirOrder() {
        RecordId a = addNote("a");
        RecordId b = addNote("b");

        assertThat(store.find(SPACE, List.of(b, new RecordId("doc-999"), a)))
                .extracting(MemoryRecord::id)
                .containsExactly(b, a);
    }

    @Test
    void open_again_hasWhatWasStored() {
        RecordId id = add(new Document("n", "t")).id();
        MemoryRecord record = store.find(SPACE, id).orElseThrow();
        store.close();
        store = openStore();
        // A store on the heap begins anew; what is tested here is that closing loses nothing on disk.
        if (!store.spaces().isEmpty()) {
            assertThat(store.find(SPACE, id)).contains(record);
            assertThat(addNote("b")).isEqualTo(new RecordId("doc-002"));
            assertThat(store.count(SPACE, RecordSelection.LIVE.ofKinds(RecordKind.DOCUMENT)))
                    .isEqualTo(2);
        }
    }
}
