package io.ambit.core.backlog.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.backlog.FindRequest;
import io.ambit.core.backlog.FoundItem;
import io.ambit.core.spi.TextVectors;
import io.ambit.core.text.Hash;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacklogMeaningTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    /** Keeps vectors on the heap. */
    private static final class Kept implements TextVectors {
        private final Map<Hash, byte[]> vectors = new HashMap<>();

        @Override
        public Map<Hash, byte[]> find(String model, Collection<Hash> texts) {
            Map<Hash, byte[]> found = new HashMap<>(vectors);
            found.keySet().retainAll(Set.copyOf(texts));
            return found;
        }

        @Override
        public void keep(String model, Map<Hash, byte[]> more) {
            vectors.putAll(more);
        }

        @Override
        public void retain(Set<Hash> texts) {
            vectors.keySet().retainAll(texts);
        }
    }

    private final CountingEmbedder model = new CountingEmbedder();
    private final Kept kept = new Kept();
    private final Shelf shelf = new Shelf()
            .put("TASK-0001", "One", "First words stand here.")
            .put("TASK-0002", "Two", "# Part\nSecond words.\n\n# Other\nThird words.");

    private BacklogSearch search() {
        return BacklogSearch.on(BacklogSearchTest.TERMS, model, kept, Runnable::run);
    }

    private List<FoundItem> ask(BacklogSearch search, String question) {
        return search.search(shelf.snapshot(), FindRequest.of(question, 5));
    }

    @Test
    void search_oneItemChanged_embedsOnlyThatPassage() {
        BacklogSearch search = search();
        search.prepare(shelf.snapshot());
        assertThat(model.taken())
                .contains("One\nFirst words stand here.", "Two\nPart\nSecond words.", "Two\nOther\nThird words.")
                .hasSize(4);

        search.prepare(shelf.snapshot());
        assertThat(model.taken()).isEmpty();

        shelf.put("TASK-0002", "Two", "# Part\nSecond words.\n\n# Other\nChanged words.");
        search.prepare(shelf.snapshot());
        assertThat(model.taken()).containsExactly("Two\nOther\nChanged words.");
        assertThat(search.await(AT_ONCE)).isTrue();
    }

    @Test
    void prepare_afterARestart_embedsNothingThatWasKept() {
        search().prepare(shelf.snapshot());
        model.taken();
        shelf.remove("tasks/TASK-0001.md");

        BacklogSearch restarted = search();
        restarted.prepare(shelf.snapshot());

        assertThat(model.taken()).as("one text to load the model").hasSize(1);
        assertThat(kept.vectors).as("the vectors of texts that are there").hasSize(2);
        assertThat(ask(restarted, "second words").getFirst().parts()).containsKey("meaning");
    }

    @Test
    void search_beforeVectorsAreThere_answersByWords() {
        Deque<Runnable> later = new ArrayDeque<>();
        BacklogSearch search = BacklogSearch.on(BacklogSearchTest.TERMS, model, kept, later::add);

        List<FoundItem> early = ask(search, "third words");
        assertThat(early.getFirst().item().id().value()).isEqualTo("TASK-0002");
        assertThat(early.getFirst().parts()).doesNotContainKey("meaning");
        assertThat(model.taken()).isEmpty();
        assertThat(search.await(AT_ONCE)).isFalse();
        assertThat(later).as("one piece of work, however much is asked").hasSize(1);

        later.remove().run();
        assertThat(ask(search, "third words").getFirst().parts()).containsKey("meaning");
        assertThat(search.await(AT_ONCE)).isTrue();
    }

    @Test
    void search_modelFails_answersByWordsAndSaysWhy() {
        model.breaks(true);
        BacklogSearch search = search();
        assertThat(ask(search, "third words")).isNotEmpty();
        assertThat(search.problem()).hasValue("no model here");
        assertThat(search.await(AT_ONCE)).isFalse();

        model.breaks(false);
        shelf.put("TASK-0003", "Three", "Fourth words.");
        search.prepare(shelf.snapshot());
        assertThat(search.problem()).isEmpty();
        assertThat(ask(search, "third words").getFirst().parts()).containsKey("meaning");

        model.breaks(true);
        assertThat(ask(search, "third words"))
                .as("the model fails when the question comes")
                .isNotEmpty();
    }

    @Test
    void search_whileItemsChange_isAlwaysInStep() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4);
                BacklogSearch search = BacklogSearch.open(BacklogSearchTest.TERMS, model, kept)) {
            List<Shelf> shelves = IntStream.range(0, 8)
                    .mapToObj(i -> {
                        Shelf own = new Shelf();
                        for (int v = 0; v <= i; v++) {
                            own.put("TASK-0001", "Item", "word" + v + "x stands here");
                        }
                        return own;
                    })
                    .toList();
            List<Future<?>> running = IntStream.range(0, 400)
                    .<Future<?>>mapToObj(round -> threads.submit(() -> {
                        int v = round % shelves.size();
                        List<FoundItem> found =
                                search.search(shelves.get(v).snapshot(), FindRequest.of("word" + v + "x", 3));
                        assertThat(found).hasSize(1);
                        assertThat(found.getFirst().item().body()).contains("word" + v + "x");
                        assertThat(found.getFirst().parts()).containsKey("words");
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        }
    }
}
