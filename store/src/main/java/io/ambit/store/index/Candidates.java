package io.ambit.store.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/** The first passages of the records that are looked at for one question, in the order of the index. */
final class Candidates {
    private int[] leads = new int[1024];
    private int size;

    void add(int lead) {
        if (size == leads.length) {
            leads = Arrays.copyOf(leads, 2 * size);
        }
        leads[size++] = lead;
    }

    /** Sorts them and leaves each in once. */
    void finish() {
        Arrays.sort(leads, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || leads[i] != leads[i - 1]) {
                leads[kept++] = leads[i];
            }
        }
        size = kept;
    }

    int size() {
        return size;
    }

    int lead(int candidate) {
        return leads[candidate];
    }

    /** Which one a lead is, negative where it is none. */
    int indexOf(int lead) {
        return Arrays.binarySearch(leads, 0, size, lead);
    }

    /** Reads candidates of one part of the index. */
    interface LeafVisit {
        /**
         * Reads candidates {@code [from, to)}.
         *
         * @param base what to take from a document's number for its number in the part
         */
        void visit(LeafReader leaf, int base, int from, int to) throws IOException;
    }

    void visit(IndexSearcher searcher, LeafVisit visit) throws IOException {
        int from = 0;
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            int to = from;
            while (to < size && leads[to] < end) {
                to++;
            }
            if (to > from) {
                visit.visit(leaf.reader(), leaf.docBase, from, to);
            }
            from = to;
        }
    }

    /** The first passage of the record that a passage is of. */
    static int lead(LeafReaderContext leaf, NumericDocValues passages, int passage) throws IOException {
        return leaf.docBase + passage - (passages.advanceExact(passage) ? (int) passages.longValue() : 0);
    }

    static String id(IndexSearcher searcher, int lead) throws IOException {
        LeafReaderContext leaf = searcher.getLeafContexts().get(ReaderUtil.subIndex(lead, searcher.getLeafContexts()));
        BinaryDocValues ids = DocValues.getBinary(leaf.reader(), IndexField.ID);
        if (!ids.advanceExact(lead - leaf.docBase)) {
            throw new IOException("document " + lead + " of the index has no id");
        }
        return ids.binaryValue().utf8ToString();
    }
}
