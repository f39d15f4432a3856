package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.item.ItemId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.ItemAccesses;
import io.ambit.core.spi.TextVectors;
import io.ambit.core.text.Hash;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a backlog beside its files. */
class SqliteBacklogTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Space OTHER = new Space("other");
    private static final Hash ONE = Hash.of("one");
    private static final Hash TWO = Hash.of("two");

    @TempDir
    Path folder;

    @Test
    void vectors_kept_areThereAfterReopeningInTheirSpaceOnly() {
        try (SqliteMemoryStore store = SqliteMemoryStore.open(folder)) {
            TextVectors vectors = store.textVectors(Space.DEFAULT);
            assertThat(vectors.find("m", List.of(ONE))).isEmpty();
            vectors.retain(Set.of());
            vectors.keep("m", Map.of(ONE, new byte[] {1}, TWO, new byte[] {2}));
        }
        try (SqliteMemoryStore store = SqliteMemoryStore.open(folder)) {
            TextVectors vectors = store.textVectors(Space.DEFAULT);
            assertThat(vectors.find("m", List.of(ONE, TWO, Hash.of("three")))).containsOnlyKeys(ONE, TWO);
            assertThat(vectors.find("m", List.of(TWO)).get(TWO)).containsExactly(2);
            assertThat(vectors.find("another model", List.of(ONE))).isEmpty();
            store.textVectors(OTHER).keep("m", Map.of(ONE, new byte[] {3}));
            assertThat(store.textVectors(OTHER).find("m", List.of(ONE, TWO))).containsOnlyKeys(ONE);

            store.textVectors(OTHER).retain(Set.of());
            vectors.retain(Set.of(TWO));
            assertThat(vectors.find("m", List.of(ONE, TWO))).containsOnlyKeys(TWO);
            assertThat(store.textVectors(OTHER).find("m", List.of(ONE))).isEmpty();
        }
    }

    @Test
    void opened_inAnySpellingAndOrder_keepsTheLatest() {
        try (SqliteMemoryStore store = SqliteMemoryStore.open(folder)) {
            ItemAccesses accesses = store.itemAccesses(Space.DEFAULT);
            assertThat(accesses.all()).isEmpty();
            accesses.opened(new ItemId("TASK-0001"), NOW.plusSeconds(5));
            accesses.opened(new ItemId("task 1"), NOW);
            accesses.opened(new ItemId("ADR 0002"), NOW);
            store.itemAccesses(OTHER).opened(new ItemId("TASK-0009"), NOW);
            assertThat(accesses.all()).isEqualTo(Map.of("TASK-1", NOW.plusSeconds(5), "ADR-2", NOW));
        }
    }

    @Test
    void opened_moreThanAreKept_forgetsTheOldest() {
        try (SqliteMemoryStore store = SqliteMemoryStore.open(folder)) {
            ItemAccesses accesses = store.itemAccesses(Space.DEFAULT, 3);
            for (int i = 1; i <= 5; i++) {
                accesses.opened(new ItemId("TASK-" + i), NOW.plusSeconds(i));
            }
            assertThat(accesses.all()).containsOnlyKeys("TASK-3", "TASK-4", "TASK-5");
        }
    }
}
