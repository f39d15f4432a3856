package io.ambit.core.spi;

import java.util.List;

/** Turns texts into vectors whose cosine says how near they are in meaning. Deterministic, thread-safe. */
public interface Embedder extends AutoCloseable {

    /** Name and version of the model: vectors of different names are never compared. */
    String name();

    /** Length of every vector. */
    int dimension();

    /** Most tokens of a text that count; what is longer is read up to there. */
    int maxTokens();

    /**
     * A vector of length 1 for each text, in their order.
     *
     * @throws io.ambit.core.error.AmbitException where the model cannot be run
     */
    List<float[]> embed(List<String> texts);

    @Override
    default void close() {}
}
