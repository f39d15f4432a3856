package io.ambit.store.index;

import io.ambit.core.record.RecordId;
import io.ambit.core.spi.MemoryStore.Change;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * A small index on the heap of what the proper one does not have yet: because another process writes to it and has not
 * committed, or because there is too much to do at once. Guarded by its space.
 */
final class Tail implements AutoCloseable {
    /** What is further behind than so many changes is not found before it is indexed. */
    private static final int MOST = 20_000;
    /** Of so many changes the missing vectors are made; more would keep the question waiting. */
    private static final int EMBEDDED = 64;

    private static final int PAGE = 500;

    private final Derivation derivation;
    private final Directory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private final Set<RecordId> covered = new HashSet<>();
    private final long from;
    private long to;

    /** @param from the sequence number after which it begins */
    Tail(Derivation derivation, long from) throws IOException {
        this.derivation = derivation;
        this.from = from;
        to = from;
        writer = new IndexWriter(directory, new IndexWriterConfig(null).setSimilarity(Generation.SIMILARITY));
    }

    /** Whether it can be brought up to {@code now} and then complete an index that is visible up to {@code visible}. */
    boolean completes(long visible, long now) {
        return from <= visible && now - from <= 2L * MOST;
    }

    void catchUp(Derivation.Known known, long now) throws IOException {
        if (now - to > MOST) {
            to = now - MOST;
        }
        boolean make = now - to <= EMBEDDED;
        while (to < now) {
            List<Change> changes = derivation.store().changes(derivation.space(), to, PAGE);
            if (changes.isEmpty()) {
                to = now;
                return;
            }
            covered.addAll(derivation.apply(changes, writer, known, true, make));
            to = changes.getLast().sequence();
        }
    }

    /** The records whose entries in the proper index no longer count. */
    Set<RecordId> covered() {
        return covered;
    }

    DirectoryReader reader() throws IOException {
        return DirectoryReader.open(writer);
    }

    @Override
    public void close() throws IOException {
        writer.rollback();
        directory.close();
    }
}
