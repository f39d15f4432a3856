package io.ambit.core.backlog.search;

import io.ambit.core.backlog.FindRequest;
import io.ambit.core.backlog.FoundItem;
import io.ambit.core.backlog.ItemSearch;
import io.ambit.core.item.Item;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.spi.Embedder;
import io.ambit.core.spi.TermAnalysis;
import io.ambit.core.spi.TextVectors;
import io.ambit.core.text.Hash;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Search in one backlog, on the heap: by name, by words (BM25F of whole items and of their passages), by words that are
 * misspelt, and by meaning. The index follows the snapshot that it is given with each question; only files that are
 * another since the last one are read. Vectors are made in the background: until an item has its own it is found by its
 * words.
 */
public final class BacklogSearch implements ItemSearch, AutoCloseable {
    private final TermAnalysis analysis;
    private final ItemIndex index;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final @Nullable Meaning meaning;
    private final @Nullable ExecutorService own;
    private @Nullable Long version;

    private BacklogSearch(
            TermAnalysis analysis,
            @Nullable Embedder embedder,
            TextVectors vectors,
            Executor background,
            @Nullable ExecutorService own) {
        this.analysis = analysis;
        this.own = own;
        index = new ItemIndex(analysis);
        meaning = embedder == null ? null : new Meaning(embedder, vectors, background, this::texts);
    }

    /** Search by names and words alone. */
    public static BacklogSearch byWords(TermAnalysis analysis) {
        return new BacklogSearch(analysis, null, TextVectors.NONE, Runnable::run, null);
    }

    /**
     * Search by meaning too, with a thread of its own.
     *
     * @param embedder stays the caller's to close, after this
     * @param vectors where vectors are kept
     */
    public static BacklogSearch open(TermAnalysis analysis, Embedder embedder, TextVectors vectors) {
        ExecutorService own = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("backlog-vectors").factory());
        return new BacklogSearch(analysis, embedder, vectors, own, own);
    }

    /** Search by meaning too; vectors are made by {@code background}, in one piece of work at a time. */
    public static BacklogSearch on(TermAnalysis analysis, Embedder embedder, TextVectors vectors, Executor background) {
        return new BacklogSearch(analysis, embedder, vectors, background, null);
    }

    @Override
    public List<FoundItem> search(Snapshot snapshot, FindRequest request) {
        // Not under the lock: the model takes milliseconds, in which others may ask.
        byte[] question =
                meaning == null ? null : meaning.ofQuestion(request.text()).orElse(null);
        return at(snapshot, () -> {
            BitSet allowed = allowed(request);
            WordScores words = WordScores.of(index, QuestionTerms.of(request.text(), index, analysis), allowed);
            MeaningScores near = MeaningScores.of(index, question, allowed);
            return new Ranking(index, words, near, Pins.of(request.text(), index.names()))
                    .best(allowed, request.limit());
        });
    }

    /** Takes a snapshot over before anybody asks, so that the first question need not wait. */
    public void prepare(Snapshot snapshot) {
        follow(snapshot);
    }

    /**
     * Waits until all items have their vectors.
     *
     * @return false where that takes longer, or the model failed
     */
    public boolean await(Duration most) {
        return meaning == null || (meaning.await(most) && meaning.problem().isEmpty());
    }

    /** How many items have no vectors yet. */
    public int waiting() {
        return meaning == null ? 0 : meaning.waiting();
    }

    /** Why items are found by words alone, where the model failed. */
    public Optional<String> problem() {
        return meaning == null ? Optional.empty() : meaning.problem();
    }

    /** Does something to the index as it is at a snapshot, which is taken over before where it is another one. */
    private <T> T at(Snapshot snapshot, Supplier<T> work) {
        while (true) {
            lock.readLock().lock();
            try {
                if (isAt(snapshot)) {
                    return work.get();
                }
            } finally {
                lock.readLock().unlock();
            }
            follow(snapshot);
        }
    }

    private void follow(Snapshot snapshot) {
        lock.writeLock().lock();
        try {
            if (!isAt(snapshot)) {
                List<ItemIndex.Update> updates = index.follow(snapshot);
                version = snapshot.version();
                if (meaning != null) {
                    updates.forEach(meaning::want);
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
        if (meaning != null) {
            meaning.start();
        }
    }

    private boolean isAt(Snapshot snapshot) {
        return version != null && version == snapshot.version();
    }

    private BitSet allowed(FindRequest request) {
        ItemFilter filter = new ItemFilter(request);
        BitSet allowed = new BitSet(index.places());
        for (int slot = 0; slot < index.places(); slot++) {
            Item item = index.item(slot);
            if (item != null && filter.accepts(item)) {
                allowed.set(slot);
            }
        }
        return allowed;
    }

    private Set<Hash> texts() {
        lock.readLock().lock();
        try {
            return Meaning.texts(index.all());
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        if (meaning != null) {
            meaning.close();
        }
        if (own != null) {
            own.shutdown();
        }
    }
}
