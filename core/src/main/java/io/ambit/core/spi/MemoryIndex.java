package io.ambit.core.spi;

import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Finds records by meaning and words. Derived from a {@link MemoryStore}: whatever is lost of it is built again. What
 * the store holds and the index does not yet is found all the same. Thread-safe; of several processes one writes.
 */
public interface MemoryIndex extends AutoCloseable {

    /**
     * A record that was found.
     *
     * @param score comparable within one answer only
     * @param parts what the score is made of, by name
     */
    record Found(RecordId id, double score, Map<String, Double> parts) {
        public Found {
            parts = Map.copyOf(parts);
        }
    }

    /** The best records for a question, best first. Never one of another space, never a forgotten one. */
    List<Found> search(Space space, SearchRequest request);

    /**
     * Takes over what changed in the store since the last time; returns how many records that were. Where another
     * process holds the index, 0: it will take them over itself.
     *
     * @param progress is told how many have been done so far
     */
    long catchUp(Space space, IntConsumer progress);

    /** Throws the space's index away and builds it again; returns how many records it holds. */
    long rebuild(Space space, IntConsumer progress);

    /** How similar texts are by the index's own measure of meaning, -1 to 1; by words where there is no model. */
    List<Double> similarities(String text, List<String> others);

    @Override
    void close();
}
