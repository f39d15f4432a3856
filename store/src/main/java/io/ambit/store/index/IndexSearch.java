package io.ambit.store.index;

import io.ambit.core.record.RecordId;
import io.ambit.core.retrieval.Fusion;
import io.ambit.core.retrieval.Question;
import io.ambit.core.spi.MemoryIndex.Found;
import io.ambit.core.spi.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * One question to one index: looks for the passages whose words and the records whose vectors fit best, measures all
 * that speaks for each of their records, and adds it up. In a small index it looks at every record.
 */
final class IndexSearch {
    /** An index of at most so many passages is searched whole. */
    static final int SMALL = 6_000;

    private static final int BY_WORDS = 700;
    private static final int BY_MEANING = 100;
    /** Most standing instructions and preferences that are looked at for a request beside what its words find. */
    private static final int INSTRUCTIONS = 500;
    /** Of a longer question the rarest terms count. */
    private static final int MOST_TERMS = 64;

    private final IndexSearcher searcher;
    private final IndexReader reader;
    private final SearchRequest request;
    private final Question question;
    private final Set<RecordId> covered;
    private final byte @Nullable [] vector;
    private final Query words;

    /**
     * A question, ready to be asked.
     *
     * @param terms of the question
     * @param vector of the question; null where the index has no vectors to compare it with
     * @param covered records that count only in the tail
     */
    IndexSearch(
            IndexSearcher searcher,
            SearchRequest request,
            List<String> terms,
            byte @Nullable [] vector,
            Set<RecordId> covered)
            throws IOException {
        this.searcher = searcher;
        this.request = request;
        this.vector = vector;
        this.covered = covered;
        reader = searcher.getIndexReader();
        question = Question.of(request.text());
        words = words(terms);
    }

    private Query words(List<String> terms) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Term term : rarest(new LinkedHashSet<>(terms))) {
            query.add(new TermQuery(term), Occur.SHOULD);
        }
        query.setMinimumNumberShouldMatch(1);
        Filters.add(request, covered, reader, query);
        return query.build();
    }

    private List<Term> rarest(Set<String> distinct) throws IOException {
        List<Term> terms =
                distinct.stream().map(term -> new Term(IndexField.TEXT, term)).toList();
        if (terms.size() <= MOST_TERMS) {
            return terms;
        }
        Map<Term, Integer> frequency = new HashMap<>();
        for (Term term : terms) {
            frequency.put(term, reader.docFreq(term));
        }
        return terms.stream()
                .filter(term -> frequency.getOrDefault(term, 0) > 0)
                .sorted(Comparator.comparing(term -> frequency.getOrDefault(term, 0)))
                .limit(MOST_TERMS)
                .toList();
    }

    List<Found> run() throws IOException {
        Candidates candidates = new Candidates();
        WordScores wordScores = new WordScores(searcher, words);
        boolean whole = reader.numDocs() <= SMALL;
        if (whole) {
            wordScores.all();
            AllHits.collect(
                    searcher,
                    Filters.with(new Term(IndexField.RECORD, IndexField.YES), request, covered, reader),
                    new LeadCollector(candidates));
        } else {
            wordScores.best(BY_WORDS);
            wordScores.leads().forEach(candidates::add);
            if (vector != null) {
                Query near = new KnnByteVectorQuery(
                        IndexField.VECTOR, vector, BY_MEANING, Filters.of(request, covered, reader));
                for (int lead : LeadCollector.leads(searcher, searcher.search(near, BY_MEANING).scoreDocs)) {
                    candidates.add(lead);
                }
            }
            if (question.requests()) {
                Query instructions =
                        Filters.with(new Term(IndexField.FOR_REQUESTS, IndexField.YES), request, covered, reader);
                for (ScoreDoc one : searcher.search(instructions, INSTRUCTIONS).scoreDocs) {
                    candidates.add(one.doc);
                }
            }
        }
        candidates.finish();
        Measures measures = new Measures(candidates);
        measures.read(searcher, vector, question);
        wordScores.fill(candidates, measures, !whole);
        Coverage.read(searcher, words, candidates, measures);
        return best(candidates, measures);
    }

    private List<Found> best(Candidates candidates, Measures measures) throws IOException {
        measures.finish();
        Fusion fusion = new Fusion(vector != null);
        double[] scores = new double[candidates.size()];
        for (int c = 0; c < scores.length; c++) {
            scores[c] = fusion.score(measures.signals(c), question);
        }
        List<Found> found = new ArrayList<>();
        for (Selection.Pick pick : Selection.of(scores, measures, question, request.limit())) {
            int c = pick.candidate();
            Map<String, Double> parts = new LinkedHashMap<>(fusion.parts(measures.signals(c), question));
            if (pick.added() != 0) {
                parts.put(pick.reason(), pick.added());
            }
            RecordId id = new RecordId(Candidates.id(searcher, candidates.lead(c)));
            found.add(new Found(id, scores[c] + pick.added(), parts));
        }
        return found;
    }
}
