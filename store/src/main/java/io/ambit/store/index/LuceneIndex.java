package io.ambit.store.index;

import io.ambit.core.session.Space;
import io.ambit.core.spi.Embedder;
import io.ambit.core.spi.MemoryIndex;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.SearchRequest;
import io.ambit.core.vector.HashedWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Finds memories in Lucene indexes, one for each space, each in a folder of its own: nothing of a space can be found,
 * and no frequency of a word counted, in another.
 *
 * <p>An index is behind its store by what happened since it was last caught up with. A question waits for a little of
 * that, and takes the words of the rest from a small index on the heap. A damaged or missing index is built again; one
 * of another model or analysis is searched, by words, until a new one has been built beside it.
 */
public final class LuceneIndex implements MemoryIndex {
    private final Path folder;
    private final MemoryStore store;
    private final Analysis analysis = new Analysis();
    private final Vectors vectors;
    private final Background background = new Background();
    private final Map<Space, SpaceIndex> spaces = new ConcurrentHashMap<>();

    private LuceneIndex(Path folder, MemoryStore store, Vectors vectors) {
        this.folder = folder;
        this.store = store;
        this.vectors = vectors;
    }

    /**
     * The indexes of a folder, opened as they are needed.
     *
     * @param folder made where it is missing
     * @param store stays open for as long as the index is
     * @param embedder null to search by words only; stays open for as long as the index is
     * @param cache what vectors are kept in, so that an index can be built again without making them again
     */
    public static LuceneIndex open(Path folder, MemoryStore store, @Nullable Embedder embedder, VectorCache cache) {
        return new LuceneIndex(folder, store, new Vectors(embedder, cache));
    }

    @Override
    public List<Found> search(Space space, SearchRequest request) {
        return store.sequence(space) == 0 ? List.of() : in(space).search(request);
    }

    @Override
    public long catchUp(Space space, IntConsumer progress) {
        return store.sequence(space) == 0 ? 0 : in(space).catchUp(progress);
    }

    @Override
    public long rebuild(Space space, IntConsumer progress) {
        return in(space).rebuild(progress);
    }

    private SpaceIndex in(Space space) {
        return spaces.computeIfAbsent(
                space,
                name -> new SpaceIndex(
                        GenerationFolder.of(folder, name), new Derivation(name, store, analysis, vectors), background));
    }

    @Override
    public List<Double> similarities(String text, List<String> others) {
        Embedder model = vectors.embedder();
        List<Double> similarities = new ArrayList<>(others.size());
        if (model == null) {
            HashedWords words = HashedWords.of(text);
            others.forEach(other -> similarities.add(words.cosine(HashedWords.of(other))));
            return similarities;
        }
        List<String> texts = new ArrayList<>(others);
        texts.add(text);
        List<float[]> made = model.embed(texts);
        float[] asked = made.getLast();
        made.subList(0, others.size()).forEach(other -> similarities.add((double) VectorUtil.dotProduct(asked, other)));
        return similarities;
    }

    @Override
    public void close() {
        background.close();
        spaces.values().forEach(SpaceIndex::close);
    }
}
