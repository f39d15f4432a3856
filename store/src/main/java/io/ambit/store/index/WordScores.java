package io.ambit.store.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;

/** How well the words of records fit a question: that of their best passage (BM25). */
final class WordScores {
    private final IndexSearcher searcher;
    private final Query query;
    private final Map<Integer, Double> byLead = new HashMap<>();

    WordScores(IndexSearcher searcher, Query query) {
        this.searcher = searcher;
        this.query = query;
    }

    /** Scores every passage that has a word of the question. */
    void all() throws IOException {
        List<ScoreDoc> found = new ArrayList<>();
        AllHits.collect(searcher, query, new Collector() {
            @Override
            public LeafCollector getLeafCollector(LeafReaderContext leaf) {
                return new Scored(leaf.docBase, found);
            }

            @Override
            public ScoreMode scoreMode() {
                return ScoreMode.COMPLETE;
            }
        });
        take(found.toArray(new ScoreDoc[0]));
    }

    /** Scores the best passages only. */
    void best(int most) throws IOException {
        take(searcher.search(query, most).scoreDocs);
    }

    private void take(ScoreDoc[] passages) throws IOException {
        ScoreDoc[] sorted = passages.clone();
        Arrays.sort(sorted, Comparator.comparingInt(passage -> passage.doc));
        List<Integer> leads = LeadCollector.leads(searcher, sorted);
        for (int i = 0; i < sorted.length; i++) {
            byLead.merge(leads.get(i), (double) sorted[i].score, Math::max);
        }
    }

    Set<Integer> leads() {
        return byLead.keySet();
    }

    /**
     * Writes the scores, as shares of the best one.
     *
     * @param more whether candidates may be without a score though they have words of the question
     */
    void fill(Candidates candidates, Measures measures, boolean more) throws IOException {
        double best =
                byLead.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        if (more) {
            scoreOthers(candidates, measures);
        }
        for (int c = 0; c < candidates.size(); c++) {
            measures.words[c] = byLead.getOrDefault(candidates.lead(c), 0.0) / best;
        }
    }

    private void scoreOthers(Candidates candidates, Measures measures) throws IOException {
        PassageScores.of(
                searcher,
                query,
                candidates,
                measures.passages,
                c -> !byLead.containsKey(candidates.lead(c)),
                (c, score) -> byLead.merge(candidates.lead(c), score, Math::max));
    }

    private static final class Scored implements LeafCollector {
        private final int base;
        private final List<ScoreDoc> found;
        private Scorable scorer = new Scorable() {
            @Override
            public float score() {
                return 0;
            }
        };

        Scored(int base, List<ScoreDoc> found) {
            this.base = base;
            this.found = found;
        }

        @Override
        public void setScorer(Scorable used) {
            scorer = used;
        }

        @Override
        public void collect(int document) throws IOException {
            found.add(new ScoreDoc(base + document, scorer.score()));
        }
    }
}
