package io.ambit.bench.memory;

import io.ambit.core.error.AmbitException;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Embedder;
import io.ambit.core.spi.MemoryIndex;
import io.ambit.core.spi.MemoryIndex.Found;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.MemoryStore.Stored;
import io.ambit.core.spi.SearchRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Stores documents as the turns that they are, asks every question of them, and compares what comes with what should. */
public final class MemoryTrial {
    private static final int BATCH = 1_000;
    /** Conversations are ranked by so many messages. */
    private static final int MESSAGES_FOR_SESSIONS = 200;

    private static final double NANOS = 1e9;
    private static final double NANOS_A_MILLI = 1e6;

    private final MemoryStore store;
    private final MemoryIndex index;
    private final MemoryTrialSettings settings;
    private final Instant now;
    private final Map<String, Space> spaces = new HashMap<>();
    private final Map<Space, Map<RecordId, MemoryDocument>> stored = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final Map<String, String> sessions = new HashMap<>();

    /**
     * A trial on an empty store.
     *
     * @param now when the documents are said to be stored
     */
    public MemoryTrial(MemoryStore store, MemoryIndex index, MemoryTrialSettings settings, Instant now) {
        this.store = store;
        this.index = index;
        this.settings = settings;
        this.now = now;
    }

    /**
     * Runs it.
     *
     * @param embedder what the index embeds with, for the report
     * @param progress is told how many documents are indexed
     */
    public MemoryTrialReport run(
            List<MemoryDocument> documents,
            List<MemoryQuery> queries,
            @Nullable Embedder embedder,
            IntConsumer progress) {
        long start = System.nanoTime();
        store(documents);
        int done = 0;
        for (Space space : stored.keySet()) {
            int before = done;
            done += (int) index.catchUp(space, more -> progress.accept(before + more));
        }
        double seconds = (System.nanoTime() - start) / NANOS;

        RankScores overall = new RankScores();
        Map<String, RankScores> categories = new TreeMap<>();
        List<Long> nanos = new ArrayList<>();
        int skipped = 0;
        for (MemoryQuery query : queries) {
            Set<String> relevant = relevant(query);
            if (relevant.isEmpty()) {
                skipped++;
            } else if (overall.questions() < settings.limit()) {
                Space space = space(query.space());
                long asked = System.nanoTime();
                int wanted = settings.sessions() ? MESSAGES_FOR_SESSIONS : RankScores.DEEPEST;
                List<Found> found = index.search(space, SearchRequest.of(query.text(), wanted));
                nanos.add(System.nanoTime() - asked);
                List<String> ranking = ranking(space, found);
                overall.add(ranking, relevant);
                categories
                        .computeIfAbsent(query.category(), name -> new RankScores())
                        .add(ranking, relevant);
            }
        }
        Map<String, Map<String, Double>> byCategory = new TreeMap<>();
        categories.forEach((name, scores) -> byCategory.put(name, scores.means()));
        long[] times = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new MemoryTrialReport(
                embedder == null ? "none" : embedder.name(),
                documents.size(),
                overall.questions(),
                skipped,
                overall.means(),
                byCategory,
                millis(times, 0.50),
                millis(times, 0.95),
                documents.size() / seconds);
    }

    private void store(List<MemoryDocument> documents) {
        Map<String, Integer> positions = new HashMap<>();
        Map<String, Instant> times = new HashMap<>();
        List<Draft> batch = new ArrayList<>();
        List<MemoryDocument> drafted = new ArrayList<>();
        for (MemoryDocument document : documents) {
            if (!keys.add(key(document.space(), document.id()))) {
                throw new AmbitException(
                        "document '" + document.id() + "' stands twice in space '" + document.space() + "'");
            }
            sessions.put(key(document.space(), document.id()), key(document.space(), document.session()));
            String session = settings.pooled() ? key(document.space(), document.session()) : document.session();
            // What is without a time was said after what stands before it.
            Instant time =
                    document.time() == null ? times.get(key(document.space(), document.session())) : document.time();
            if (time != null) {
                times.put(key(document.space(), document.session()), time);
            }
            int position = positions.merge(key(document.space(), document.session()), 1, Integer::sum) - 1;
            if (document.text().isBlank()) {
                continue;
            }
            Turn turn = new Turn(session, position, document.role(), Voice.ofRole(document.role()), document.text());
            batch.add(Draft.of(
                    space(document.space()),
                    turn,
                    Provenance.imported("bench", key(document.space(), document.id())),
                    time));
            drafted.add(document);
            if (batch.size() == BATCH) {
                flush(batch, drafted);
            }
        }
        flush(batch, drafted);
    }

    private void flush(List<Draft> batch, List<MemoryDocument> drafted) {
        List<Stored> records = store.add(batch, now);
        for (int i = 0; i < records.size(); i++) {
            stored.computeIfAbsent(records.get(i).record().space(), space -> new HashMap<>())
                    .put(records.get(i).record().id(), drafted.get(i));
        }
        batch.clear();
        drafted.clear();
    }

    private Space space(String name) {
        return spaces.computeIfAbsent(settings.pooled() ? "" : name, any -> new Space("bench-" + (spaces.size() + 1)));
    }

    private Set<String> relevant(MemoryQuery query) {
        Set<String> relevant = new HashSet<>();
        for (String id : query.evidence()) {
            String key = key(query.space(), id);
            relevant.add(settings.sessions() ? sessions.getOrDefault(key, key) : key);
        }
        return relevant;
    }

    private List<String> ranking(Space space, List<Found> found) {
        Map<RecordId, MemoryDocument> documents = stored.getOrDefault(space, Map.of());
        Set<String> ranking = new LinkedHashSet<>();
        for (Found one : found) {
            MemoryDocument document = documents.get(one.id());
            if (document != null) {
                ranking.add(key(document.space(), settings.sessions() ? document.session() : document.id()));
            }
        }
        return new ArrayList<>(ranking);
    }

    private static String key(String space, String id) {
        return space + "/" + id;
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / NANOS_A_MILLI;
    }
}
