package io.ambit.store.index;

import io.ambit.core.record.RecordId;
import io.ambit.core.retrieval.Fusion;
import io.ambit.core.retrieval.Question;
import io.ambit.core.retrieval.Signals;
import io.ambit.core.retrieval.Traits;
import io.ambit.core.spi.MemoryIndex.Found;
import io.ambit.core.spi.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * One question to one index: looks for the passages whose words and the records whose vectors fit best, measures all
 * that speaks for each of their records, and adds it up. In a small index it looks at every record.
 */
final class IndexSearch {
    /** An index of at most so many passages is searched whole. */
    static final int SMALL = 6_000;

    private static final int BY_WORDS = 1_500;
    private static final int BY_MEANING = 200;
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
            AllHits.collect(searcher, Filters.leads(request, covered, reader), new LeadCollector(candidates));
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
        }
        candidates.finish();
        Measures measures = new Measures(candidates);
        measures.read(searcher, vector, question);
        wordScores.fill(candidates, measures, !whole);
        return best(candidates, measures);
    }

    private List<Found> best(Candidates candidates, Measures measures) throws IOException {
        Fusion fusion = vector == null ? Fusion.WITHOUT_MODEL : Fusion.WITH_MODEL;
        measures.finish();
        double[] scores = new double[candidates.size()];
        for (int c = 0; c < scores.length; c++) {
            scores[c] = fusion.score(signals(measures, c));
        }
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> scores[c]).reversed())
                .limit(request.limit())
                .mapToInt(Integer::intValue)
                .toArray();
        List<Found> found = new ArrayList<>(order.length);
        for (int c : order) {
            found.add(new Found(
                    new RecordId(Candidates.id(searcher, candidates.lead(c))),
                    scores[c],
                    fusion.parts(signals(measures, c))));
        }
        return found;
    }

    private Signals signals(Measures measures, int candidate) {
        return new Signals(
                measures.words[candidate],
                measures.meaning[candidate],
                measures.sessionWords[candidate],
                measures.sessionMeaning[candidate],
                measures.named[candidate],
                question.asksOfSelf(),
                Traits.ofPacked(measures.traits[candidate]));
    }
}
