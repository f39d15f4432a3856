package io.ambit.store.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;

/** Takes every document that is found for a candidate. */
final class LeadCollector implements Collector {
    private final Candidates candidates;

    LeadCollector(Candidates candidates) {
        this.candidates = candidates;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) {
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) {
                // Every document counts the same.
            }

            @Override
            public void collect(int document) {
                candidates.add(leaf.docBase + document);
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    /** The first passage of the record of each passage, in the order of the index. */
    static List<Integer> leads(IndexSearcher searcher, ScoreDoc[] passages) throws IOException {
        ScoreDoc[] sorted = passages.clone();
        Arrays.sort(sorted, Comparator.comparingInt(passage -> passage.doc));
        List<Integer> leads = new ArrayList<>(sorted.length);
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        int open = -1;
        NumericDocValues numbers = null;
        for (ScoreDoc passage : sorted) {
            int leaf = ReaderUtil.subIndex(passage.doc, leaves);
            if (leaf != open || numbers == null) {
                numbers = DocValues.getNumeric(leaves.get(leaf).reader(), IndexField.PASSAGE);
                open = leaf;
            }
            leads.add(Candidates.lead(leaves.get(leaf), numbers, passage.doc - leaves.get(leaf).docBase));
        }
        return leads;
    }
}
