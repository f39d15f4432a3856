package io.ambit.bench.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.record.Content;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Embedder;
import io.ambit.core.spi.MemoryIndex.Found;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.SearchRequest;
import io.ambit.models.OnnxEmbedder;
import io.ambit.store.index.LuceneIndex;
import io.ambit.store.index.VectorCache;
import io.ambit.testkit.DeepFacts;
import io.ambit.testkit.DeepFacts.Case;
import io.ambit.testkit.DeepFacts.Place;
import io.ambit.testkit.HeapMemoryStore;
import io.ambit.testkit.Seed;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands only in a long answer, a tool's result, a document or a note is found where it is. */
class DeepFactsTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final int REMARKS = 300;

    @TempDir
    Path folder;

    @Test
    void search_withoutAModel_findsNineOfTenAmongFive() {
        assertFound(null);
    }

    @Test
    void search_withTheModel_findsNineOfTenAmongFive() {
        try (OnnxEmbedder embedder = OnnxEmbedder.open()) {
            assertFound(embedder);
        }
    }

    private void assertFound(@Nullable Embedder embedder) {
        Seed seed = new Seed(6);
        MemoryStore store = new HeapMemoryStore();
        DeepFacts.remarks(seed, REMARKS).forEach(remark -> add(store, remark));
        List<Case> cases = DeepFacts.cases(seed);
        List<RecordId> ids =
                cases.stream().map(one -> add(store, one.content())).toList();
        Map<Place, Integer> missed = new EnumMap<>(Place.class);
        try (LuceneIndex index = LuceneIndex.open(folder, store, embedder, VectorCache.NONE)) {
            index.catchUp(Space.DEFAULT, done -> {});
            for (int i = 0; i < cases.size(); i++) {
                RecordId right = ids.get(i);
                List<Found> found = index.search(
                        Space.DEFAULT, SearchRequest.of(cases.get(i).question(), 5));
                if (found.stream().noneMatch(hit -> hit.id().equals(right))) {
                    missed.merge(cases.get(i).place(), 1, Integer::sum);
                }
            }
        }
        assertThat(cases).hasSize(300);
        for (Place place : Place.values()) {
            assertThat(missed.getOrDefault(place, 0))
                    .as("not found of 75 in a %s", place)
                    .isLessThanOrEqualTo(7);
        }
    }

    private static RecordId add(MemoryStore store, Content content) {
        Draft draft = Draft.of(Space.DEFAULT, content, Provenance.by("user", "test"), null);
        return store.add(List.of(draft), NOW).getFirst().record().id();
    }
}
