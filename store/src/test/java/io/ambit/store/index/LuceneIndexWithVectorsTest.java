package io.ambit.store.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.record.RecordId;
import io.ambit.core.spi.MemoryIndex;
import io.ambit.core.spi.MemoryIndex.Found;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.SearchRequest;
import io.ambit.testkit.HashedEmbedder;
import io.ambit.testkit.HeapMemoryStore;
import io.ambit.testkit.MemoryIndexContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract with vectors, and what is true of files and processes. */
class LuceneIndexWithVectorsTest extends MemoryIndexContract {
    @TempDir
    Path folder;

    @Override
    protected MemoryIndex openIndex(MemoryStore over) {
        return LuceneIndex.open(folder, over, new HashedEmbedder("hashed-1"), VectorCache.NONE);
    }

    @Test
    void search_withAModel_saysWhatMeaningAdds() {
        note("apples and pears");

        assertThat(index.search(SPACE, SearchRequest.of("apples", 1)).getFirst().parts())
                .containsKeys("words", "meaning", "session-meaning");
    }

    @Test
    void open_filesDamaged_heals() throws IOException {
        RecordId id = note("the violet ledger");
        index.catchUp(SPACE, done -> {});
        index.close();
        for (Path file : files()) {
            if (!file.getFileName().toString().equals("write.lock")) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        index = openIndex(store);

        assertThat(search("violet")).containsExactly(id);
    }

    @Test
    void open_filesGone_heals() throws IOException {
        RecordId id = note("the violet ledger");
        index.catchUp(SPACE, done -> {});
        index.close();
        for (Path file : files()) {
            Files.delete(file);
        }
        index = openIndex(store);

        assertThat(search("violet")).containsExactly(id);
    }

    @Test
    void open_storeOlderThanIndex_buildsItAgain() {
        for (int i = 0; i < 5; i++) {
            note("the violet ledger");
        }
        index.catchUp(SPACE, done -> {});
        index.close();
        MemoryStore restored = new HeapMemoryStore();
        store = restored;
        RecordId id = note("the violet notebook");
        index = openIndex(restored);

        assertThat(search("violet")).containsExactly(id);
    }

    @Test
    void search_besideAnotherThatWrites_findsWhatThatOneDoesNotHaveYet() {
        RecordId first = note("the violet ledger");
        index.catchUp(SPACE, done -> {});
        try (MemoryIndex reader = openIndex(store)) {
            assertThat(ids(reader.search(SPACE, SearchRequest.of("violet", 5)))).containsExactly(first);
            assertThat(reader.catchUp(SPACE, done -> {})).isZero();

            RecordId second = note("the violet notebook");
            assertThat(ids(reader.search(SPACE, SearchRequest.of("violet", 5))))
                    .containsExactlyInAnyOrder(first, second);
            store.forget(SPACE, first, NOW);
            assertThat(ids(reader.search(SPACE, SearchRequest.of("violet", 5)))).containsExactly(second);
            index.catchUp(SPACE, done -> {});
            assertThat(ids(reader.search(SPACE, SearchRequest.of("violet", 5)))).containsExactly(second);

            index.close();
            RecordId third = note("the violet atlas");
            assertThat(reader.catchUp(SPACE, done -> {})).as("the lock is free").isEqualTo(1);
            assertThat(ids(reader.search(SPACE, SearchRequest.of("violet", 5))))
                    .containsExactlyInAnyOrder(second, third);
        }
        index = openIndex(store);
    }

    @Test
    void search_besideAnotherThatHasNothingYet_findsByTheTail() {
        note("the violet ledger");
        try (MemoryIndex reader = openIndex(store)) {
            index.catchUp(SPACE, done -> {});
            assertThat(ids(reader.search(SPACE, SearchRequest.of("violet", 5)))).hasSize(1);
        }
    }

    @Test
    void open_anotherModel_searchesByWordsAndThenByTheNewVectors() {
        RecordId id = note("the violet ledger");
        index.catchUp(SPACE, done -> {});
        index.close();
        try (MemoryIndex renewed = LuceneIndex.open(folder, store, new HashedEmbedder("hashed-2"), VectorCache.NONE)) {
            Found before = renewed.search(SPACE, SearchRequest.of("violet", 5)).getFirst();
            assertThat(before.id()).isEqualTo(id);
            assertThat(before.parts()).doesNotContainKey("meaning");

            assertThat(renewed.catchUp(SPACE, done -> {})).isEqualTo(1);
            Found after = renewed.search(SPACE, SearchRequest.of("violet", 5)).getFirst();
            assertThat(after.parts()).containsKey("meaning");
        }
        index = openIndex(store);
    }

    @Test
    void search_manyRecords_findsAsInAnIndexThatIsSearchedWhole() {
        for (int i = 0; i < IndexSearch.SMALL + 500; i++) {
            turn(
                    "s" + i / 20,
                    i % 20,
                    i % 2 == 0 ? "Ann" : "Ben",
                    "remark " + i + " on topic" + i % 97 + " of day" + i % 13);
        }
        RecordId right = turn("last", 0, "Ann", "the zeppelin lands at noon");
        index.catchUp(SPACE, done -> {});

        List<Found> found = index.search(SPACE, SearchRequest.of("When does the zeppelin land?", 5));
        assertThat(found.getFirst().id()).isEqualTo(right);
        assertThat(found.getFirst().parts()).containsKeys("words", "meaning");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
