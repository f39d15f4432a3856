package io.ambit.store.index;

import io.ambit.core.record.MemoryRecord;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Embedder;
import io.ambit.core.text.Hash;
import io.ambit.core.vector.ByteVectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Vectors of records' texts: those that are kept, and for the others those that the model makes. */
record Vectors(@Nullable Embedder embedder, VectorCache cache) {
    /** The name that an index without vectors bears. */
    static final String NO_MODEL = "none";

    /**
     * What of a record is embedded.
     *
     * @param passages one text for each of its first passages
     * @param scope what a standing instruction in it is about; "" where there is none
     */
    record Texts(MemoryRecord record, List<String> passages, String scope) {
        VectorCache.Key passage(int number) {
            return new VectorCache.Key(record.id(), number, Hash.of(passages.get(number)));
        }

        VectorCache.Key scopeKey() {
            return new VectorCache.Key(record.id(), passages.size(), Hash.of(scope));
        }
    }

    String model() {
        return embedder == null ? NO_MODEL : embedder.name();
    }

    /**
     * The vectors of texts; fewer where there is no model.
     *
     * @param make whether the model may be asked for those that are not kept
     */
    Map<VectorCache.Key, byte[]> of(Space space, List<Texts> wanted, boolean make) {
        if (embedder == null) {
            return Map.of();
        }
        Map<VectorCache.Key, String> texts = new LinkedHashMap<>();
        for (Texts record : wanted) {
            for (int p = 0; p < record.passages().size(); p++) {
                texts.put(record.passage(p), record.passages().get(p));
            }
            if (!record.scope().isEmpty()) {
                texts.put(record.scopeKey(), record.scope());
            }
        }
        Map<VectorCache.Key, byte[]> vectors =
                new HashMap<>(cache.find(space, model(), new ArrayList<>(texts.keySet())));
        if (make) {
            add(space, texts, vectors, embedder);
        }
        return vectors;
    }

    private void add(
            Space space, Map<VectorCache.Key, String> texts, Map<VectorCache.Key, byte[]> vectors, Embedder model) {
        List<VectorCache.Key> missing =
                texts.keySet().stream().filter(key -> !vectors.containsKey(key)).toList();
        if (missing.isEmpty()) {
            return;
        }
        List<float[]> made = model.embed(missing.stream().map(texts::get).toList());
        Set<Object> changed = new HashSet<>();
        for (int i = 0; i < missing.size(); i++) {
            vectors.put(missing.get(i), ByteVectors.of(made.get(i)));
            changed.add(missing.get(i).id());
        }
        Map<VectorCache.Key, byte[]> kept = new HashMap<>(vectors);
        kept.keySet().removeIf(key -> !changed.contains(key.id()));
        cache.keep(space, model(), kept);
    }

    /** The vector of a question, or null where there is no model or the question says nothing. */
    byte @Nullable [] ofQuestion(String text) {
        if (embedder == null) {
            return null;
        }
        byte[] vector = ByteVectors.of(embedder.embed(List.of(text)).getFirst());
        return ByteVectors.hasDirection(vector) ? vector : null;
    }
}
