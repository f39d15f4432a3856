package io.ambit.store.index;

import java.io.IOException;
import java.util.function.IntPredicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** Scores the passages of candidates, and of no other record. */
final class PassageScores {
    private PassageScores() {}

    /** Is told the score of each passage of a candidate that a query finds. */
    interface Sink {
        void score(int candidate, double score);
    }

    static void of(
            IndexSearcher searcher, Query query, Candidates candidates, int[] passages, IntPredicate wanted, Sink sink)
            throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        int candidate = 0;
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            Scorer scorer = null;
            boolean none = false;
            for (; candidate < candidates.size() && candidates.lead(candidate) < end; candidate++) {
                if (none || !wanted.test(candidate)) {
                    continue;
                }
                scorer = scorer == null ? weight.scorer(leaf) : scorer;
                if (scorer == null) {
                    none = true;
                } else {
                    score(scorer, candidates.lead(candidate) - leaf.docBase, passages[candidate], candidate, sink);
                }
            }
        }
    }

    private static void score(Scorer scorer, int first, int passages, int candidate, Sink sink) throws IOException {
        DocIdSetIterator documents = scorer.iterator();
        int document = documents.docID();
        if (document < first) {
            document = documents.advance(first);
        }
        while (document < first + passages) {
            sink.score(candidate, scorer.score());
            document = documents.nextDoc();
        }
    }
}
