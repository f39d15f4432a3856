package io.ambit.store.index;

import io.ambit.core.retrieval.Question;
import io.ambit.core.retrieval.Signals;
import io.ambit.core.retrieval.Traits;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** What speaks for each candidate, side by side: columns are read in the order of the index, which is fast. */
final class Measures {
    /** A message by its conversation and its place there. */
    private record Place(long session, int position) {}

    final double[] words;
    final double[] meaning;
    final double[] sessionWords;
    final double[] sessionMeaning;
    final double[] coverage;
    final double[] askedWords;
    final double[] scope;
    final boolean[] named;
    final boolean[] onNamedDay;
    final long[] traits;
    final int[] passages;
    final boolean[] inSession;
    final long[] session;
    private final int[] position;
    private final Candidates candidates;

    Measures(Candidates candidates) {
        this.candidates = candidates;
        int size = candidates.size();
        words = new double[size];
        meaning = new double[size];
        sessionWords = new double[size];
        sessionMeaning = new double[size];
        coverage = new double[size];
        askedWords = new double[size];
        scope = new double[size];
        named = new boolean[size];
        onNamedDay = new boolean[size];
        traits = new long[size];
        passages = new int[size];
        inSession = new boolean[size];
        session = new long[size];
        position = new int[size];
    }

    void read(IndexSearcher searcher, byte @Nullable [] vector, Question question) throws IOException {
        candidates.visit(searcher, (leaf, base, from, to) -> {
            values(leaf, base, from, to);
            speakers(leaf, base, from, to, question);
            if (!question.days().isEmpty()) {
                days(leaf, base, from, to, question);
            }
            if (vector != null) {
                meaning(leaf, base, from, to, vector);
                if (question.requests()) {
                    scopes(leaf, base, from, to, vector);
                }
            }
        });
        if (vector != null) {
            // A record whose vector is not made yet is taken for an average one.
            double mean = Arrays.stream(meaning)
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(0);
            for (int c = 0; c < meaning.length; c++) {
                meaning[c] = Double.isNaN(meaning[c]) ? mean : meaning[c];
            }
        }
    }

    private void values(LeafReader leaf, int base, int from, int to) throws IOException {
        NumericDocValues packed = DocValues.getNumeric(leaf, IndexField.TRAITS);
        NumericDocValues counts = DocValues.getNumeric(leaf, IndexField.PASSAGES);
        NumericDocValues sessions = DocValues.getNumeric(leaf, IndexField.SESSION);
        NumericDocValues positions = DocValues.getNumeric(leaf, IndexField.POSITION);
        for (int c = from; c < to; c++) {
            int document = candidates.lead(c) - base;
            traits[c] = packed.advanceExact(document) ? packed.longValue() : 0;
            passages[c] = counts.advanceExact(document) ? (int) counts.longValue() : 1;
            inSession[c] = sessions.advanceExact(document);
            session[c] = inSession[c] ? sessions.longValue() : 0;
            position[c] = positions.advanceExact(document) ? (int) positions.longValue() : -1;
        }
    }

    private void speakers(LeafReader leaf, int base, int from, int to, Question question) throws IOException {
        SortedDocValues speakers = DocValues.getSorted(leaf, IndexField.SPEAKER);
        Map<Integer, Boolean> known = new HashMap<>();
        for (int c = from; c < to; c++) {
            if (speakers.advanceExact(candidates.lead(c) - base)) {
                int speaker = speakers.ordValue();
                Boolean isNamed = known.get(speaker);
                if (isNamed == null) {
                    isNamed = question.namesSpeaker(speakers.lookupOrd(speaker).utf8ToString());
                    known.put(speaker, isNamed);
                }
                named[c] = isNamed;
            }
        }
    }

    private void days(LeafReader leaf, int base, int from, int to, Question question) throws IOException {
        NumericDocValues days = DocValues.getNumeric(leaf, IndexField.DAY);
        for (int c = from; c < to; c++) {
            onNamedDay[c] = days.advanceExact(candidates.lead(c) - base)
                    && question.namesDay(LocalDate.ofEpochDay(days.longValue()));
        }
    }

    private void scopes(LeafReader leaf, int base, int from, int to, byte[] vector) throws IOException {
        BinaryDocValues scopes = DocValues.getBinary(leaf, IndexField.SCOPE);
        for (int c = from; c < to; c++) {
            if (scopes.advanceExact(candidates.lead(c) - base)) {
                BytesRef bytes = scopes.binaryValue();
                byte[] about = Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
                scope[c] = Math.max(0, VectorUtil.cosine(vector, about));
            }
        }
    }

    private void meaning(LeafReader leaf, int base, int from, int to, byte[] vector) throws IOException {
        Arrays.fill(meaning, from, to, Double.NaN);
        ByteVectorValues vectors = leaf.getByteVectorValues(IndexField.VECTOR);
        if (vectors == null) {
            return;
        }
        DocIndexIterator documents = vectors.iterator();
        for (int c = from; c < to; c++) {
            int first = candidates.lead(c) - base;
            int document = documents.docID();
            if (document < first) {
                document = documents.advance(first);
            }
            while (document < first + passages[c]) {
                double cosine = VectorUtil.cosine(vector, vectors.vectorValue(documents.index()));
                meaning[c] = Double.isNaN(meaning[c]) ? cosine : Math.max(meaning[c], cosine);
                document = documents.nextDoc();
            }
        }
    }

    /** Adds what the messages before the candidates say, where those ask something. */
    private void asked() {
        Map<Place, Integer> places = HashMap.newHashMap(words.length);
        for (int c = 0; c < words.length; c++) {
            if (inSession[c]) {
                places.put(new Place(session[c], position[c]), c);
            }
        }
        for (int c = 0; c < words.length; c++) {
            if (inSession[c] && Traits.ofPacked(traits[c]).answersQuestion()) {
                Integer before = places.get(new Place(session[c], position[c] - 1));
                askedWords[c] = before == null ? 0 : words[before];
            }
        }
    }

    /** Adds what the conversations of the candidates say, and the messages before them, from what the candidates say. */
    void finish() {
        asked();
        Map<Long, double[]> best = new HashMap<>();
        for (int c = 0; c < words.length; c++) {
            if (inSession[c]) {
                double[] values = best.computeIfAbsent(session[c], name -> new double[] {0, -1});
                values[0] = Math.max(values[0], words[c]);
                values[1] = Math.max(values[1], meaning[c]);
            }
        }
        for (int c = 0; c < words.length; c++) {
            double[] values = inSession[c] ? best.get(session[c]) : null;
            sessionWords[c] = values == null ? words[c] : values[0];
            sessionMeaning[c] = values == null ? meaning[c] : values[1];
        }
    }

    /** Whether one stands right before the other in a conversation. */
    boolean areNeighbours(int a, int b) {
        return inSession[a] && inSession[b] && session[a] == session[b] && Math.abs(position[a] - position[b]) == 1;
    }

    Signals signals(int candidate) {
        return new Signals(
                words[candidate],
                meaning[candidate],
                sessionWords[candidate],
                sessionMeaning[candidate],
                askedWords[candidate],
                scope[candidate],
                named[candidate],
                onNamedDay[candidate],
                Traits.ofPacked(traits[candidate]));
    }
}
