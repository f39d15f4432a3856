package io.ambit.store.index;

import io.ambit.core.record.Content;
import io.ambit.core.record.Document;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Turn;
import io.ambit.core.retrieval.MeaningTexts;
import io.ambit.core.retrieval.Passages;
import io.ambit.core.retrieval.Traits;
import io.ambit.core.text.Hash;
import io.ambit.core.vector.ByteVectors;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Makes the documents of a record: one for each passage. */
final class RecordDocuments {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    /** Beyond, a date is not written with a four-digit year, and the range of milliseconds nears its end. */
    private static final Instant LAST_DATE = Instant.parse("9999-12-31T23:59:59Z");

    private static final Instant FIRST_DATE = Instant.parse("0001-01-01T00:00:00Z");

    private static final FieldType TERMS = new FieldType();

    static {
        TERMS.setTokenized(true);
        TERMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        TERMS.freeze();
    }

    private final Analysis analysis;
    private final Neighbourhood around;
    private final boolean tail;

    RecordDocuments(Analysis analysis, Neighbourhood around, boolean tail) {
        this.analysis = analysis;
        this.around = around;
        this.tail = tail;
    }

    /** What of a record the model is to read. */
    Vectors.Texts meaning(MemoryRecord record) {
        Content content = record.content();
        Turn before = before(content);
        return new Vectors.Texts(
                record,
                MeaningTexts.of(content, Passages.of(content.text()), before),
                MeaningTexts.scope(content, Traits.of(content, before)));
    }

    private @Nullable Turn before(Content content) {
        return content instanceof Turn turn ? around.before(turn) : null;
    }

    /**
     * The documents of a record.
     *
     * @param texts as {@link #meaning} gave them
     * @param vectors of those texts, as many as there are
     */
    List<Iterable<IndexableField>> of(MemoryRecord record, Vectors.Texts texts, Map<VectorCache.Key, byte[]> vectors) {
        List<String> passages = Passages.of(record.content().text());
        Traits traits = Traits.of(record.content(), before(record.content()));
        List<String> about = about(record);
        List<Iterable<IndexableField>> documents = new ArrayList<>(passages.size());
        for (int p = 0; p < passages.size(); p++) {
            List<IndexableField> fields = shared(record, p);
            TermBag bag = new TermBag();
            bag.add(analysis.terms(passages.get(p)), 1);
            bag.add(about, 1);
            if (record.content() instanceof Turn turn) {
                around.lend(turn, traits.words(), bag);
            }
            fields.add(new Field(IndexField.TEXT, bag.stream(), TERMS));
            if (p < texts.passages().size()) {
                byte[] vector = vectors.get(texts.passage(p));
                if (vector != null && ByteVectors.hasDirection(vector)) {
                    fields.add(new KnnByteVectorField(IndexField.VECTOR, vector, VectorSimilarityFunction.COSINE));
                }
            }
            if (p == 0) {
                lead(record, traits, passages.size(), fields);
                byte[] scope = texts.scope().isEmpty() ? null : vectors.get(texts.scopeKey());
                if (scope != null && ByteVectors.hasDirection(scope)) {
                    fields.add(new BinaryDocValuesField(IndexField.SCOPE, new BytesRef(scope)));
                }
            }
            documents.add(fields);
        }
        return documents;
    }

    /** Who says it, what it is called, and when it was: words that people ask by and that stand not in the text. */
    private List<String> about(MemoryRecord record) {
        List<String> about = new ArrayList<>();
        switch (record.content()) {
            case Turn turn -> about.addAll(analysis.terms(turn.speaker()));
            case Document document -> about.addAll(analysis.terms(document.name()));
            default -> {
                // Its text says all.
            }
        }
        Instant happened = happened(record);
        if (happened != null) {
            about.addAll(analysis.terms(DATE.format(happened)));
        }
        return about;
    }

    private static @Nullable Instant happened(MemoryRecord record) {
        Instant happened = record.draft().happenedAt();
        return happened != null && happened.isBefore(LAST_DATE) && happened.isAfter(FIRST_DATE) ? happened : null;
    }

    private List<IndexableField> shared(MemoryRecord record, int passage) {
        List<IndexableField> fields = new ArrayList<>();
        fields.add(new StringField(IndexField.ID, record.id().value(), Field.Store.NO));
        fields.add(new StringField(IndexField.KIND, record.kind().label(), Field.Store.NO));
        fields.add(new LongPoint(IndexField.TIME, millis(record.time())));
        fields.add(new NumericDocValuesField(IndexField.PASSAGE, passage));
        if (record.state() == MemoryRecord.State.ARCHIVED) {
            fields.add(new StringField(IndexField.ARCHIVED, IndexField.YES, Field.Store.NO));
        }
        if (tail) {
            fields.add(new StringField(IndexField.TAIL, IndexField.YES, Field.Store.NO));
        }
        return fields;
    }

    private static void lead(MemoryRecord record, Traits traits, int passages, List<IndexableField> fields) {
        fields.add(new StringField(IndexField.RECORD, IndexField.YES, Field.Store.NO));
        fields.add(
                new BinaryDocValuesField(IndexField.ID, new BytesRef(record.id().value())));
        fields.add(new NumericDocValuesField(IndexField.PASSAGES, passages));
        fields.add(new NumericDocValuesField(IndexField.TRAITS, traits.packed()));
        Instant happened = happened(record);
        if (happened != null) {
            fields.add(new NumericDocValuesField(
                    IndexField.DAY,
                    LocalDate.ofInstant(happened, ZoneOffset.UTC).toEpochDay()));
        }
        if (traits.standing() || traits.preference()) {
            fields.add(new StringField(IndexField.FOR_REQUESTS, IndexField.YES, Field.Store.NO));
        }
        if (record.content() instanceof Turn turn) {
            fields.add(new NumericDocValuesField(IndexField.POSITION, turn.position()));
            fields.add(new NumericDocValuesField(
                    IndexField.SESSION, Hash.of(turn.session()).a()));
            fields.add(new StoredField(IndexField.SESSION_NAME, turn.session()));
            fields.add(new StoredField(IndexField.STORED_POSITION, turn.position()));
            fields.add(new SortedDocValuesField(IndexField.SPEAKER, speaker(turn.speaker())));
        }
    }

    private static BytesRef speaker(String name) {
        // A value may have 32,766 bytes at most; a name that long is no name.
        return new BytesRef(name.length() > 1000 ? name.substring(0, 1000) : name);
    }

    /** Milliseconds since 1970; times that do not fit are as far away as can be. */
    static long millis(Instant time) {
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException e) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
