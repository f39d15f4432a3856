package io.ambit.store.index;

import io.ambit.core.record.RecordId;
import io.ambit.core.spi.SearchRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Which documents a question may be answered from. */
final class Filters {
    private Filters() {}

    /**
     * Adds what a request leaves out; nothing where it leaves out nothing.
     *
     * @param covered records that count only in the tail
     */
    static void add(SearchRequest request, Set<RecordId> covered, IndexReader reader, BooleanQuery.Builder query)
            throws IOException {
        if (!request.kinds().isEmpty()) {
            query.add(
                    in(
                            IndexField.KIND,
                            request.kinds().stream().map(kind -> kind.label()).toList()),
                    Occur.FILTER);
        }
        Instant from = request.from();
        Instant to = request.to();
        if (from != null || to != null) {
            long first = from == null ? Long.MIN_VALUE : RecordDocuments.millis(from);
            long last = to == null ? Long.MAX_VALUE : RecordDocuments.millis(to) - 1;
            query.add(LongPoint.newRangeQuery(IndexField.TIME, first, last), Occur.FILTER);
        }
        Term archived = new Term(IndexField.ARCHIVED, IndexField.YES);
        if (!request.archived() && reader.docFreq(archived) > 0) {
            query.add(new TermQuery(archived), Occur.MUST_NOT);
        }
        if (!covered.isEmpty()) {
            Query outdated = new BooleanQuery.Builder()
                    .add(in(IndexField.ID, covered.stream().map(RecordId::value).toList()), Occur.FILTER)
                    .add(new TermQuery(new Term(IndexField.TAIL, IndexField.YES)), Occur.MUST_NOT)
                    .build();
            query.add(outdated, Occur.MUST_NOT);
        }
    }

    /** The same as a query of its own; null where nothing is left out. */
    static @Nullable Query of(SearchRequest request, Set<RecordId> covered, IndexReader reader) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        add(request, covered, reader, query);
        BooleanQuery built = query.build();
        if (built.clauses().isEmpty()) {
            return null;
        }
        return query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER).build();
    }

    /** The documents with a term that are not left out. */
    static Query with(Term term, SearchRequest request, Set<RecordId> covered, IndexReader reader) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new TermQuery(term), Occur.FILTER);
        add(request, covered, reader, query);
        return query.build();
    }

    private static Query in(String field, Collection<String> values) {
        List<BytesRef> terms = values.stream().map(BytesRef::new).toList();
        return new TermInSetQuery(field, terms);
    }
}
