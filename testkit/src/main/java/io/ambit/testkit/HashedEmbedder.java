package io.ambit.testkit;

import io.ambit.core.spi.Embedder;
import io.ambit.core.text.Words;
import java.util.List;
import java.util.SplittableRandom;

/** Vectors by the hashes of words: texts that share words are near. A model for tests, of no meaning and no weight. */
public record HashedEmbedder(String name) implements Embedder {
    private static final int DIMENSION = 64;
    private static final int MAX_TOKENS = 160;

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public int maxTokens() {
        return MAX_TOKENS;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.stream().map(HashedEmbedder::vector).toList();
    }

    private static float[] vector(String text) {
        float[] vector = new float[DIMENSION];
        vector[0] = 0.1f;
        for (String word : Words.of(text)) {
            SplittableRandom random = new SplittableRandom(word.hashCode());
            for (int d = 0; d < DIMENSION; d++) {
                vector[d] += (float) random.nextDouble(-1, 1);
            }
        }
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        for (int d = 0; d < DIMENSION; d++) {
            vector[d] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
