package io.ambit.testkit;

import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryIndex;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.RecordSelection;
import io.ambit.core.spi.SearchRequest;
import io.ambit.core.text.Words;
import io.ambit.core.vector.HashedWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * An index that reads the whole store at each question and counts shared words, rare ones more. For tests of what stands
 * above an index, where its scores must be plain to see.
 */
public final class WordIndex implements MemoryIndex {
    private final MemoryStore store;

    public WordIndex(MemoryStore store) {
        this.store = store;
    }

    @Override
    public List<Found> search(Space space, SearchRequest request) {
        RecordSelection all = request.archived() ? RecordSelection.LIVE.withArchived() : RecordSelection.LIVE;
        List<MemoryRecord> records = store.list(space, all.between(request.from(), request.to())).stream()
                .filter(record -> request.kinds().isEmpty() || request.kinds().contains(record.kind()))
                .toList();
        Set<String> asked = Words.of(request.text());
        List<Set<String>> words = new ArrayList<>();
        records.forEach(record -> words.add(Words.of(record.content().text())));
        List<Found> found = new ArrayList<>();
        for (int r = 0; r < records.size(); r++) {
            double score = 0;
            for (String word : asked) {
                if (words.get(r).contains(word)) {
                    long with = words.stream().filter(one -> one.contains(word)).count();
                    score += Math.log(1 + (double) records.size() / with);
                }
            }
            if (score > 0) {
                found.add(new Found(records.get(r).id(), score, Map.of("words", score)));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble((Found one) -> -one.score()).thenComparing(Found::id))
                .limit(request.limit())
                .toList();
    }

    /** The ids that a question finds, best first. */
    public List<RecordId> ids(Space space, String question) {
        return search(space, SearchRequest.of(question, 100)).stream()
                .map(Found::id)
                .toList();
    }

    @Override
    public long catchUp(Space space, IntConsumer progress) {
        return 0;
    }

    @Override
    public long rebuild(Space space, IntConsumer progress) {
        return store.count(space, RecordSelection.LIVE);
    }

    /** The share of the text's words that the other has, or the likeness of their letters where that is more. */
    @Override
    public List<Double> similarities(String text, List<String> others) {
        Set<String> asked = Words.of(text);
        return others.stream()
                .map(other -> {
                    Set<String> shared = new HashSet<>(asked);
                    shared.retainAll(Words.of(other));
                    double share = asked.isEmpty() ? 0 : (double) shared.size() / asked.size();
                    return Math.max(share, HashedWords.of(text).cosine(HashedWords.of(other)));
                })
                .toList();
    }

    @Override
    public void close() {}
}
