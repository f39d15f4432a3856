package io.ambit.store.index;

import java.io.IOException;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;

/**
 * How much of what a question asks for stands in one passage: the terms that the passage says itself, each once, by
 * their rarity. Unlike BM25 it does not care how long the passage is, nor what stands around it.
 */
final class Coverage extends Similarity {
    @Override
    public long computeNorm(FieldInvertState state) {
        return Generation.SIMILARITY.computeNorm(state);
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
        double rarity = 0;
        for (TermStatistics term : terms) {
            rarity += Math.log1p((collection.docCount() - term.docFreq() + 0.5) / (term.docFreq() + 0.5));
        }
        float score = (float) (boost * rarity);
        return new SimScorer() {
            @Override
            public float score(float frequency, long norm) {
                // What is lent by neighbours weighs less than one occurrence.
                return frequency >= TermBag.SCALE ? score : 0;
            }
        };
    }

    /** Writes the best coverage by one passage of each candidate, as a share of the best of all. */
    static void read(IndexSearcher searcher, Query words, Candidates candidates, Measures measures) throws IOException {
        IndexSearcher covering = new IndexSearcher(searcher.getIndexReader());
        covering.setSimilarity(new Coverage());
        double[] best = new double[1];
        PassageScores.of(covering, words, candidates, measures.passages, c -> measures.words[c] > 0, (c, score) -> {
            measures.coverage[c] = Math.max(measures.coverage[c], score);
            best[0] = Math.max(best[0], score);
        });
        for (int c = 0; c < candidates.size() && best[0] > 0; c++) {
            measures.coverage[c] /= best[0];
        }
    }
}
