package io.ambit.bench.backlog;

import io.ambit.core.backlog.FindRequest;
import io.ambit.core.backlog.FoundItem;
import io.ambit.core.backlog.ItemSearch;
import io.ambit.core.item.ItemId;
import io.ambit.core.spi.BacklogStore.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks a search every question, and compares what comes with what was judged. */
public final class BacklogTrial {
    private static final long SEED = 1;
    private static final int WARMING_ROUNDS = 20;
    private static final int TIMED_ROUNDS = 20;

    private final ItemSearch search;
    private final Snapshot snapshot;

    /** Over a search that has its vectors, where it is to have any. */
    public BacklogTrial(ItemSearch search, Snapshot snapshot) {
        this.search = search;
        this.snapshot = snapshot;
    }

    /**
     * Runs it.
     *
     * @param embedder what the search compares meanings with, for the report
     */
    public BacklogTrialReport run(List<BacklogQuery> queries, String embedder) {
        GradedScores overall = new GradedScores();
        GradedScores recall = new GradedScores();
        Map<String, GradedScores> kinds = new TreeMap<>();
        Map<String, Map<String, Double>> byQuery = new LinkedHashMap<>();
        for (BacklogQuery query : queries) {
            List<String> ranking = search.search(snapshot, query.request()).stream()
                    .map(found -> found.item().id().value())
                    .toList();
            Map<String, Double> figures = GradedScores.of(ranking, query.grades());
            byQuery.put(query.id(), figures);
            (query.recall() ? recall : overall).add(figures);
            if (!query.recall()) {
                kinds.computeIfAbsent(query.kind(), any -> new GradedScores()).add(figures);
            }
        }
        Map<String, Map<String, Double>> byKind = new TreeMap<>();
        kinds.forEach((kind, scores) -> byKind.put(kind, scores.means()));
        long[] nanos = times(queries);
        return new BacklogTrialReport(
                embedder,
                snapshot.items().size(),
                overall.questions(),
                overall.means(),
                recall.questions(),
                recall.means(),
                byKind,
                byQuery,
                millis(nanos, 0.50),
                millis(nanos, 0.95));
    }

    /** Each question by itself, after rounds that are not timed. */
    private long[] times(List<BacklogQuery> queries) {
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round < WARMING_ROUNDS + TIMED_ROUNDS; round++) {
            for (BacklogQuery query : queries) {
                long start = System.nanoTime();
                search.search(snapshot, query.request());
                if (round >= WARMING_ROUNDS) {
                    nanos.add(System.nanoTime() - start);
                }
            }
        }
        return nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }

    /** The mean reciprocal rank of known items within the first ten, by the kind of question. */
    public Map<String, Double> knownItems() {
        Map<String, GradedScores> kinds = new TreeMap<>();
        for (KnownItems.Known known : KnownItems.of(snapshot.items(), SEED)) {
            List<FoundItem> found = search.search(snapshot, FindRequest.of(known.text(), GradedScores.DEEPEST));
            List<String> ranking =
                    found.stream().map(one -> one.item().id().value()).toList();
            kinds.computeIfAbsent(known.kind(), any -> new GradedScores())
                    .add(GradedScores.of(ranking, Map.of(ItemId.key(known.item().value()), 3)));
        }
        Map<String, Double> ranks = new TreeMap<>();
        kinds.forEach((kind, scores) -> ranks.put(kind, scores.means().getOrDefault("mrr@10", 0.0)));
        return ranks;
    }
}
