package io.ambit.store.index;

import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.text.Hash;
import java.util.List;
import java.util.Map;

/**
 * Keeps vectors of texts, so that an index can be built again without a model. Thread-safe; may lose what it has, and
 * loses the vectors of a record that is forgotten: a vector tells something of its text.
 */
public interface VectorCache {
    /** Keeps nothing. */
    VectorCache NONE = new VectorCache() {
        @Override
        public Map<Key, byte[]> find(Space space, String model, List<Key> keys) {
            return Map.of();
        }

        @Override
        public void keep(Space space, String model, Map<Key, byte[]> vectors) {
            // Nothing is kept.
        }
    };

    /**
     * Whose vector it is.
     *
     * @param passage which of the record's vectors, from 0
     * @param text the hash of the text that was embedded: of another text the vector is of no use
     */
    record Key(RecordId id, int passage, Hash text) {}

    /** Those of the vectors that are there. */
    Map<Key, byte[]> find(Space space, String model, List<Key> keys);

    /** Keeps vectors, in the place of all others of their records' passages. */
    void keep(Space space, String model, Map<Key, byte[]> vectors);
}
