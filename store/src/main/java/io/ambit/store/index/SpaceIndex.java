package io.ambit.store.index;

import io.ambit.core.error.AmbitException;
import io.ambit.core.record.MemoryRecord.State;
import io.ambit.core.spi.MemoryIndex.Found;
import io.ambit.core.spi.MemoryStore.Change;
import io.ambit.core.spi.SearchRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of one space. The process that holds the lock of its folder writes; the others read, and complete what they
 * read with a {@link Tail}. Whoever finds the lock free takes it.
 */
final class SpaceIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpaceIndex.class);
    private static final String LOCK = "write.lock";
    private static final int PAGE = 500;
    /** So many changes are carried over before they are made visible, and durable. */
    private static final int STRETCH = 5_000;
    /** A question waits for so many changes to be carried over; of more, it takes the words from a tail. */
    private static final int WAITED_FOR = 256;

    private static final int ATTEMPTS = 3;

    private final GenerationFolder folder;
    private final Derivation derivation;
    private final Background background;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock tailing = new ReentrantLock();
    private @Nullable Lock lock;
    private volatile @Nullable Generation current;
    private @Nullable Tail tail;
    private volatile boolean closed;

    SpaceIndex(GenerationFolder folder, Derivation derivation, Background background) {
        this.folder = folder;
        this.derivation = derivation;
        this.background = background;
    }

    // ---- search

    List<Found> search(SearchRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return searchOnce(request);
            } catch (AlreadyClosedException e) {
                // Another thread has put a new generation in the place of the one that was being read.
                if (attempt == ATTEMPTS || closed) {
                    throw failed("searched", e);
                }
            } catch (IOException | IllegalStateException | IndexOutOfBoundsException e) {
                if (attempt == ATTEMPTS) {
                    throw failed("searched", e);
                }
                LOG.warn("the index of space {} is damaged and is built again: {}", derivation.space(), e.toString());
                rebuild(done -> {});
            }
        }
    }

    private List<Found> searchOnce(SearchRequest request) throws IOException {
        long now = derivation.store().sequence(derivation.space());
        Generation generation = opened();
        if (generation.visible() != now) {
            generation = followed(generation, now);
        }
        String model = derivation.vectors().model();
        boolean comparable = generation.model().equals(model);
        byte[] vector = comparable ? derivation.vectors().ofQuestion(request.text()) : null;
        List<String> terms = derivation.analysis().terms(request.text());
        IndexSearcher searcher = null;
        DirectoryReader rest;
        Set<io.ambit.core.record.RecordId> covered;
        tailing.lock();
        try {
            rest = rest(generation, now);
            covered = rest == null || tail == null ? Set.of() : Set.copyOf(tail.covered());
            searcher = generation.acquire();
        } finally {
            tailing.unlock();
        }
        try {
            if (rest == null) {
                return new IndexSearch(searcher, request, terms, vector, Set.of()).run();
            }
            IndexReader both = new MultiReader(new IndexReader[] {searcher.getIndexReader(), rest}, false);
            IndexSearcher joined = new IndexSearcher(both);
            joined.setSimilarity(Generation.SIMILARITY);
            return new IndexSearch(joined, request, terms, vector, covered).run();
        } finally {
            generation.release(searcher);
            if (rest != null) {
                rest.close();
            }
        }
    }

    /** Brings what can be seen nearer to {@code now}, as far as a question can wait for it. */
    private Generation followed(Generation generation, long now) throws IOException {
        if (!writing.tryLock()) {
            return generation;
        }
        try {
            Generation own = writable();
            if (own == null) {
                generation = opened();
                generation.follow();
                return generation;
            }
            if (!own.isOf(derivation.vectors().model())) {
                background.start(() -> renew(false, done -> {}));
            } else if (now - own.visible() <= WAITED_FOR) {
                carryOver(own, done -> {});
            } else {
                background.start(() -> catchUp(done -> {}));
            }
            return own;
        } finally {
            writing.unlock();
        }
    }

    /** A reader of what the generation lacks; null where it lacks nothing. */
    private @Nullable DirectoryReader rest(Generation generation, long now) throws IOException {
        Tail open = tail;
        if (generation.visible() >= now) {
            if (open != null) {
                open.close();
                tail = null;
            }
            return null;
        }
        if (open == null || !open.completes(generation.visible(), now)) {
            if (open != null) {
                open.close();
            }
            open = new Tail(derivation, generation.visible());
            tail = open;
        }
        open.catchUp(generation::place, now);
        return open.reader();
    }

    // ---- writing

    long catchUp(IntConsumer progress) {
        writing.lock();
        try {
            Generation own = writable();
            if (own == null) {
                return 0;
            }
            if (!own.isOf(derivation.vectors().model())) {
                return renew(false, progress);
            }
            long done = carryOver(own, progress);
            if (own.uncommitted() > 0) {
                own.commit(own.visible());
            }
            return done;
        } catch (IOException | IllegalStateException e) {
            LOG.warn("the index of space {} is damaged and is built again: {}", derivation.space(), e.toString());
            return renew(true, progress);
        } finally {
            writing.unlock();
        }
    }

    long rebuild(IntConsumer progress) {
        return renew(true, progress);
    }

    /** Carries over all changes that the store has by now. */
    private long carryOver(Generation own, IntConsumer progress) throws IOException {
        long end = derivation.store().sequence(derivation.space());
        long at = own.visible();
        long done = 0;
        while (at < end && !closed) {
            List<Change> changes = derivation.store().changes(derivation.space(), at, PAGE);
            if (changes.isEmpty()) {
                // What is left of the numbers up to the end belongs to nothing that can be read.
                at = end;
                break;
            }
            if (at > own.visible() && changes.stream().anyMatch(change -> change.state() == State.FORGOTTEN)) {
                // What is forgotten may have been written just now: where it stood must be seen.
                own.refresh(at);
            }
            derivation.apply(changes, own.writer(), own::place, false, true);
            at = changes.getLast().sequence();
            done += changes.size();
            progress.accept((int) Math.min(done, Integer.MAX_VALUE));
            if (at - own.visible() >= STRETCH) {
                own.refresh(at);
                own.commit(at);
            }
        }
        if (at > own.visible()) {
            own.refresh(at);
        }
        if (own.uncommitted() > STRETCH / 10) {
            own.commit(own.visible());
        }
        return done;
    }

    /**
     * Builds a new generation beside the one that is searched, and puts it in its place.
     *
     * @param always where the one there is may still be of the right model and analysis
     */
    private long renew(boolean always, IntConsumer progress) {
        writing.lock();
        try {
            Generation old = writable();
            if (old == null
                    || closed
                    || (!always && old.isOf(derivation.vectors().model()))) {
                return 0;
            }
            Path place = folder.next();
            Generation fresh = Generation.create(place, derivation.vectors().model(), false);
            try {
                carryOver(fresh, progress);
                fresh.commit(fresh.visible());
            } catch (IOException | RuntimeException e) {
                fresh.close();
                throw e;
            }
            current = fresh;
            old.close();
            folder.removeAllBut(place);
            IndexSearcher searcher = fresh.acquire();
            try {
                return records(searcher);
            } finally {
                fresh.release(searcher);
            }
        } catch (IOException e) {
            throw failed("built", e);
        } finally {
            writing.unlock();
        }
    }

    private static long records(IndexSearcher searcher) throws IOException {
        return searcher.getIndexReader().docFreq(new org.apache.lucene.index.Term(IndexField.RECORD, IndexField.YES));
    }

    // ---- opening

    private Generation opened() throws IOException {
        Generation open = current;
        if (open != null) {
            return open;
        }
        writing.lock();
        try {
            Generation own = writable();
            if (own != null) {
                return own;
            }
            Optional<Path> whole = folder.newestWhole();
            if (whole.isEmpty()) {
                throw new IOException("another process is making the index");
            }
            Generation read = Generation.read(whole.get());
            current = read;
            return read;
        } finally {
            writing.unlock();
        }
    }

    /** The generation, open for writing; null where another process writes. The lock is held. */
    private @Nullable Generation writable() throws IOException {
        Generation open = current;
        if (closed || (open != null && open.isWritable())) {
            return open;
        }
        if (lock == null && !takeLock()) {
            return null;
        }
        Generation own = newest();
        current = own;
        if (open != null) {
            open.close();
        }
        return own;
    }

    private Generation newest() throws IOException {
        Optional<Path> whole = folder.newestWhole();
        if (whole.isPresent()) {
            try {
                Generation found = Generation.write(whole.get());
                if (found.visible() <= derivation.store().sequence(derivation.space())) {
                    folder.removeAllBut(whole.get());
                    return found;
                }
                found.close();
                LOG.warn("the index of space {} is ahead of its store and is built again", derivation.space());
            } catch (IOException | RuntimeException e) {
                LOG.warn(
                        "the index of space {} cannot be read and is built again: {}",
                        derivation.space(),
                        e.toString());
            }
        }
        Path place = folder.next();
        Generation fresh = Generation.create(place, derivation.vectors().model(), true);
        folder.removeAllBut(place);
        return fresh;
    }

    private boolean takeLock() throws IOException {
        folder.create();
        try (FSDirectory directory = FSDirectory.open(folder.folder())) {
            lock = directory.obtainLock(LOCK);
            return true;
        } catch (LockObtainFailedException e) {
            return false;
        }
    }

    private AmbitException failed(String what, Exception cause) {
        return new AmbitException(
                "index of space " + derivation.space() + " cannot be " + what + ": " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        closed = true;
        writing.lock();
        tailing.lock();
        try {
            Generation open = current;
            if (open != null) {
                if (open.isWritable() && open.uncommitted() > 0) {
                    open.commit(open.visible());
                }
                open.close();
            }
            if (tail != null) {
                tail.close();
            }
            if (lock != null) {
                lock.close();
            }
        } catch (IOException | IllegalStateException e) {
            LOG.warn("the index of space {} was not closed as it should be: {}", derivation.space(), e.toString());
        } finally {
            tailing.unlock();
            writing.unlock();
        }
    }
}
