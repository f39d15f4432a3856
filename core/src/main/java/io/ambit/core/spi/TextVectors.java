package io.ambit.core.spi;

import io.ambit.core.text.Hash;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the vectors of texts of one collection, so that a restart need not make them again. Thread-safe; may lose what
 * it has. A vector tells something of its text: those of texts that are gone are to be dropped with {@link #retain}.
 */
public interface TextVectors {
    /** Keeps nothing. */
    TextVectors NONE = new TextVectors() {
        @Override
        public Map<Hash, byte[]> find(String model, Collection<Hash> texts) {
            return Map.of();
        }

        @Override
        public void keep(String model, Map<Hash, byte[]> vectors) {
            // Nothing is kept.
        }

        @Override
        public void retain(Set<Hash> texts) {
            // Nothing is there.
        }
    };

    /**
     * Those of the vectors that are there.
     *
     * @param model the name of the model that made them
     * @param texts hashes of texts
     */
    Map<Hash, byte[]> find(String model, Collection<Hash> texts);

    /** Keeps vectors, of one byte a dimension, by the hashes of their texts. */
    void keep(String model, Map<Hash, byte[]> vectors);

    /** Drops the vectors of all other texts. */
    void retain(Set<Hash> texts);
}
