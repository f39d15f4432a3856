package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.record.Draft;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.MemoryRecord.State;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordKind;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import io.ambit.core.spi.RecordSelection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which records a selection holds, and in which order. */
public abstract class SelectionContract extends MemoryContract {

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#twenty")
    void list_anySelection_isWhatAFilterOverAllGives(Seed seed) {
        SplittableRandom random = seed.random();
        List<MemoryRecord> all = stored(random);
        for (int i = 0; i < 60; i++) {
            RecordSelection selection = selection(random);

            List<MemoryRecord> expected = filtered(all, selection);

            assertThat(store.list(SPACE, selection))
                    .as("%s, %s", seed, selection)
                    .isEqualTo(expected.stream().limit(selection.limit()).toList());
            assertThat(store.count(SPACE, selection))
                    .as("%s, %s", seed, selection)
                    .isEqualTo(expected.size());
        }
    }

    private List<MemoryRecord> stored(SplittableRandom random) {
        for (int i = 0; i < 60; i++) {
            Provenance provenance = new Provenance(
                    "user",
                    "source" + random.nextInt(3),
                    "",
                    random.nextInt(3) == 0 ? null : "s" + random.nextInt(3),
                    null);
            Instant happened = random.nextInt(4) == 0 ? null : day(random.nextInt(5));
            RecordKind kind = Seed.pick(random, List.of(RecordKind.values()));
            Draft draft = Draft.of(
                    SPACE,
                    kind == RecordKind.TURN
                            ? new Turn("s" + random.nextInt(3), i, "user", Voice.PERSON, "t")
                            : GeneratedContents.ofKind(kind, random),
                    provenance,
                    happened);
            MemoryRecord record =
                    store.add(List.of(draft), day(random.nextInt(3))).getFirst().record();
            if (random.nextInt(4) == 0) {
                store.archive(SPACE, record.id(), true, NOW);
            }
        }
        return store.list(SPACE, RecordSelection.LIVE.withArchived());
    }

    private static RecordSelection selection(SplittableRandom random) {
        return new RecordSelection(
                random.nextBoolean()
                        ? Set.of()
                        : Set.of(RecordKind.TURN, Seed.pick(random, List.of(RecordKind.FACT, RecordKind.SKILL))),
                Seed.pick(
                        random,
                        List.of(Set.of(State.LIVE), Set.of(State.ARCHIVED), Set.of(State.LIVE, State.ARCHIVED))),
                random.nextBoolean() ? null : day(random.nextInt(5)),
                random.nextBoolean() ? null : day(random.nextInt(5)),
                random.nextBoolean() ? null : "s" + random.nextInt(3),
                random.nextBoolean() ? null : "source" + random.nextInt(3),
                null,
                random.nextBoolean(),
                random.nextBoolean() ? Integer.MAX_VALUE : 1 + random.nextInt(5));
    }

    private static List<MemoryRecord> filtered(List<MemoryRecord> all, RecordSelection selection) {
        List<MemoryRecord> kept = new ArrayList<>();
        for (MemoryRecord record : all) {
            boolean ofKind = selection.kinds().isEmpty() || selection.kinds().contains(record.kind());
            Instant from = selection.from();
            Instant to = selection.to();
            boolean inTime = (from == null || !record.time().isBefore(from))
                    && (to == null || record.time().isBefore(to));
            String session = selection.session();
            boolean ofSession = session == null
                    || session.equals(record.provenance().session())
                    || (record.content() instanceof Turn turn && turn.session().equals(session));
            String source = selection.source();
            boolean ofSource =
                    source == null || source.equals(record.provenance().source());
            if (ofKind && inTime && ofSession && ofSource && selection.states().contains(record.state())) {
                kept.add(record);
            }
        }
        return selection.newestFirst()
                ? kept.reversed().stream()
                        .sorted(Comparator.comparing(MemoryRecord::time).reversed())
                        .toList()
                : kept;
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#twenty")
    void list_pageAfterPage_isTheWholeInOrder(Seed seed) {
        SplittableRandom random = seed.random();
        stored(random);
        RecordSelection selection = selection(random).atMost(7);
        List<MemoryRecord> paged = new ArrayList<>();
        List<MemoryRecord> page = store.list(SPACE, selection);
        while (!page.isEmpty()) {
            paged.addAll(page);
            page = store.list(SPACE, selection.after(page.getLast().id()));
        }

        assertThat(paged).as("%s", seed).isEqualTo(store.list(SPACE, selection.atMost(Integer.MAX_VALUE)));
    }

    @Test
    void turns_ofAConversation_comeByPosition() {
        for (int position : List.of(3, 0, 2, 1)) {
            add(new Turn("talk", position, "Ann", Voice.PERSON, "t" + position));
        }
        add(new Turn("other", 1, "Ann", Voice.PERSON, "elsewhere"));
        MemoryRecord archived = add(new Turn("talk", 4, "Ann", Voice.PERSON, "t4"));
        store.archive(SPACE, archived.id(), true, NOW);
        MemoryRecord forgotten = add(new Turn("talk", 5, "Ann", Voice.PERSON, "t5"));
        store.forget(SPACE, forgotten.id(), NOW);

        assertThat(texts(store.turns(SPACE, "talk", 1, 10))).containsExactly("t1", "t2", "t3", "t4");
        assertThat(texts(store.turns(SPACE, "talk", 2, 2))).containsExactly("t2");
        assertThat(store.turns(SPACE, "talk", 3, 2)).isEmpty();
        assertThat(store.turns(SPACE, "nobody", 0, 9)).isEmpty();
        assertThat(store.turns(OTHER, "talk", 0, 9)).isEmpty();
    }

    @Test
    void turns_positionReplaced_comeAtTheirNewPlace() {
        MemoryRecord turn = add(new Turn("talk", 0, "Ann", Voice.PERSON, "t"));

        store.replace(SPACE, turn.id(), new Turn("talk", 7, "Ann", Voice.PERSON, "t"), 1, NOW);

        assertThat(store.turns(SPACE, "talk", 0, 6)).isEmpty();
        assertThat(store.turns(SPACE, "talk", 7, 7)).hasSize(1);
    }

    private static List<String> texts(List<MemoryRecord> records) {
        return records.stream().map(record -> record.content().text()).toList();
    }
}
