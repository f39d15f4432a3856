package io.ambit.store.index;

import io.ambit.core.record.RecordId;
import io.ambit.store.index.Neighbourhood.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * One index of a space on disk, open for writing by one process or for reading by any. A change of model or analysis
 * makes another beside it, which takes its place when it is whole.
 */
final class Generation implements AutoCloseable {
    /** Saturation and length of BM25, fitted; frequencies are in tenths, and so is the first. */
    static final Similarity SIMILARITY = new BM25Similarity(0.7f * TermBag.SCALE, 0.75f);

    private static final double BUFFER_MEGABYTES = 32;
    private static final String SEQUENCE = "sequence";
    private static final String MODEL = "model";
    private static final String ANALYSIS = "analysis";
    private static final String WHOLE = "whole";

    private final Directory directory;
    private final @Nullable IndexWriter writer;
    private final SearcherManager searchers;
    private final String model;
    private final String analysis;
    private volatile long visible;
    private long committed;

    private Generation(
            Directory directory, @Nullable IndexWriter writer, SearcherManager searchers, Map<String, String> about) {
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
        model = about.getOrDefault(MODEL, "");
        analysis = about.getOrDefault(ANALYSIS, "");
        visible = sequence(about);
        committed = visible;
    }

    /** Makes an empty one. */
    static Generation create(Path folder, String model, boolean whole) throws IOException {
        Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config().setOpenMode(IndexWriterConfig.OpenMode.CREATE));
        Map<String, String> about = about(0, model, Analysis.VERSION, whole);
        writer.setLiveCommitData(about.entrySet());
        writer.commit();
        return new Generation(directory, writer, new SearcherManager(writer, null), about);
    }

    /** Opens one to write to it. */
    static Generation write(Path folder) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            Map<String, String> about = about(directory);
            IndexWriter writer = new IndexWriter(directory, config().setOpenMode(IndexWriterConfig.OpenMode.APPEND));
            return new Generation(directory, writer, new SearcherManager(writer, null), about);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Opens one that another process writes to. */
    static Generation read(Path folder) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            Map<String, String> about = about(directory);
            return new Generation(directory, null, new SearcherManager(directory, null), about);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Whether a folder holds one that was finished. */
    static boolean isWhole(Path folder) {
        try (Directory directory = FSDirectory.open(folder)) {
            return Boolean.parseBoolean(about(directory).get(WHOLE));
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static IndexWriterConfig config() {
        // Every field brings its own terms: there is nothing to analyse.
        return new IndexWriterConfig(null).setSimilarity(SIMILARITY).setRAMBufferSizeMB(BUFFER_MEGABYTES);
    }

    private static Map<String, String> about(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return reader.getIndexCommit().getUserData();
        }
    }

    private static Map<String, String> about(long sequence, String model, String analysis, boolean whole) {
        return Map.of(
                SEQUENCE, Long.toString(sequence), MODEL, model, ANALYSIS, analysis, WHOLE, Boolean.toString(whole));
    }

    private static long sequence(Map<String, String> about) {
        return Long.parseLong(about.getOrDefault(SEQUENCE, "0"));
    }

    boolean isWritable() {
        return writer != null;
    }

    IndexWriter writer() {
        if (writer == null) {
            throw new IllegalStateException("an index that another process writes to");
        }
        return writer;
    }

    String model() {
        return model;
    }

    boolean isOf(String wantedModel) {
        return model.equals(wantedModel) && analysis.equals(Analysis.VERSION);
    }

    /** The sequence number up to which {@link #acquire} finds everything. */
    long visible() {
        return visible;
    }

    /** How many changes would have to be carried over again after a crash. */
    long uncommitted() {
        return visible - committed;
    }

    IndexSearcher acquire() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        searcher.setSimilarity(SIMILARITY);
        return searcher;
    }

    void release(IndexSearcher searcher) throws IOException {
        searchers.release(searcher);
    }

    /** Makes what was written so far visible. */
    void refresh(long sequence) throws IOException {
        searchers.maybeRefreshBlocking();
        visible = sequence;
    }

    /** Takes over what another process has committed. */
    void follow() throws IOException {
        searchers.maybeRefreshBlocking();
        IndexSearcher searcher = searchers.acquire();
        try {
            visible = sequence(((DirectoryReader) searcher.getIndexReader())
                    .getIndexCommit()
                    .getUserData());
        } finally {
            searchers.release(searcher);
        }
    }

    /** Makes what was written up to {@code sequence} survive this process. */
    void commit(long sequence) throws IOException {
        writer().setLiveCommitData(about(sequence, model, analysis, true).entrySet());
        writer().commit();
        committed = sequence;
    }

    /** Where the index has a record, as far as it is visible. */
    Optional<Place> place(RecordId id) throws IOException {
        IndexSearcher searcher = acquire();
        try {
            Query first = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(IndexField.ID, id.value())), Occur.FILTER)
                    .add(new TermQuery(new Term(IndexField.RECORD, IndexField.YES)), Occur.FILTER)
                    .build();
            TopDocs found = searcher.search(first, 1);
            if (found.scoreDocs.length == 0) {
                return Optional.empty();
            }
            Document stored = searcher.storedFields().document(found.scoreDocs[0].doc);
            String session = stored.get(IndexField.SESSION_NAME);
            return session == null
                    ? Optional.empty()
                    : Optional.of(new Place(session, Integer.parseInt(stored.get(IndexField.STORED_POSITION))));
        } finally {
            release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        if (writer != null) {
            // What was not committed is carried over again; a commit here could say more than was written.
            writer.rollback();
        }
        directory.close();
    }
}
