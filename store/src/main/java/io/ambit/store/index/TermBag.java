package io.ambit.store.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/**
 * The terms of a passage with how much each counts. What the passage says, what is said of it, and what stands around
 * it go into one field, whose frequencies are the weighted sums: with BM25 that comes within a point of scoring them as
 * fields of their own (BM25F), and needs nothing but Lucene's own search.
 */
final class TermBag {
    /** Weights are kept in tenths, as Lucene's frequencies are whole numbers. */
    static final int SCALE = 10;

    /** Longer terms than this are no words, and Lucene refuses them from 32,766 bytes on. */
    private static final int LONGEST_TERM = 200;

    private final Map<String, Double> weights = new LinkedHashMap<>();

    void add(List<String> terms, double weight) {
        for (String term : terms) {
            if (term.length() <= LONGEST_TERM) {
                weights.merge(term, weight, Double::sum);
            }
        }
    }

    TokenStream stream() {
        return new Stream(weights);
    }

    private static final class Stream extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
        private final java.util.Iterator<Map.Entry<String, Double>> left;

        Stream(Map<String, Double> weights) {
            left = weights.entrySet().iterator();
        }

        @Override
        public boolean incrementToken() {
            while (left.hasNext()) {
                Map.Entry<String, Double> next = left.next();
                int tenths = (int) Math.round(next.getValue() * SCALE);
                if (tenths > 0) {
                    clearAttributes();
                    term.append(next.getKey());
                    frequency.setTermFrequency(tenths);
                    return true;
                }
            }
            return false;
        }
    }
}
