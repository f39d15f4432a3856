package io.ambit.bench.memory;

import io.ambit.core.record.Draft;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Embedder;
import io.ambit.core.spi.MemoryIndex;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.SearchRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** How fast memory is when it holds much: fills it with generated documents, then asks. */
public final class GrowthTrial {
    private static final Space SPACE = new Space("generated");
    private static final int BATCH = 1_000;
    private static final int SAMPLE = 400;
    private static final int WARM_UP = 200;
    private static final int HITS = 20;
    private static final double NANOS = 1e9;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double BYTES_A_MEGABYTE = 1 << 20;

    private final MemoryStore store;
    private final Function<@Nullable Embedder, MemoryIndex> indexes;
    private final @Nullable Embedder model;

    /**
     * A trial on an empty store.
     *
     * @param indexes opens the index with a model
     * @param model null to search by words
     */
    public GrowthTrial(MemoryStore store, Function<@Nullable Embedder, MemoryIndex> indexes, @Nullable Embedder model) {
        this.store = store;
        this.indexes = indexes;
        this.model = model;
    }

    /**
     * Runs it.
     *
     * @param drawn whether vectors are drawn in place of made
     * @return figures by name: records a second, milliseconds, megabytes
     */
    public Map<String, Object> run(
            List<MemoryDocument> source,
            List<MemoryQuery> queries,
            int count,
            boolean drawn,
            Instant now,
            IntConsumer progress) {
        Embedder filling = drawn && model != null ? new DrawnVectors(model, sample(source, model)) : model;
        long start = System.nanoTime();
        double storing;
        try (MemoryIndex index = indexes.apply(filling)) {
            storing = fill(new GeneratedDocuments(source), count, now, progress);
            index.catchUp(SPACE, progress);
        }
        double filled = (System.nanoTime() - start) / NANOS;
        try (MemoryIndex index = indexes.apply(model)) {
            List<Long> nanos = new ArrayList<>();
            for (int q = 0; q < WARM_UP + queries.size(); q++) {
                MemoryQuery query = queries.get(q % queries.size());
                long asked = System.nanoTime();
                index.search(SPACE, SearchRequest.of(query.text(), HITS));
                if (q >= WARM_UP) {
                    nanos.add(System.nanoTime() - asked);
                }
            }
            long[] times = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("documents", count);
            figures.put("queries", times.length);
            figures.put("vectors", vectors(drawn));
            figures.put("storedPerSecond", Math.round(count / storing));
            figures.put("documentsPerSecond", Math.round(count / filled * 10) / 10.0);
            figures.put("queryMillis.p50", times[times.length / 2] / NANOS_A_MILLI);
            figures.put("queryMillis.p95", times[(int) (times.length * 0.95)] / NANOS_A_MILLI);
            figures.put("heapMegabytes", heap());
            return figures;
        }
    }

    private String vectors(boolean drawn) {
        if (model == null) {
            return "none";
        }
        return drawn ? "drawn" : model.name();
    }

    private double fill(GeneratedDocuments documents, int count, Instant now, IntConsumer progress) {
        long start = System.nanoTime();
        List<Draft> batch = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            MemoryDocument document = documents.next();
            Turn turn = new Turn(
                    document.session(),
                    documents.position(),
                    document.role(),
                    Voice.ofRole(document.role()),
                    document.text());
            batch.add(Draft.of(SPACE, turn, Provenance.imported("generated", document.id()), document.time()));
            if (batch.size() == BATCH || i == count) {
                store.add(batch, now);
                batch.clear();
                progress.accept(i);
            }
        }
        return (System.nanoTime() - start) / NANOS;
    }

    private static List<float[]> sample(List<MemoryDocument> source, Embedder model) {
        int step = Math.max(1, source.size() / SAMPLE);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < source.size(); i += step) {
            texts.add(source.get(i).text());
        }
        return model.embed(texts);
    }

    /** What is held after what is not needed has gone. */
    private static double heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return Math.round((runtime.totalMemory() - runtime.freeMemory()) / BYTES_A_MEGABYTE);
    }
}
