package io.ambit.bench.memory;

import io.ambit.core.spi.Embedder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Vectors in the place of a model's, to fill a large index without the hours that a model takes: near one of a sample of
 * real vectors each, so that they lie in clusters as real ones do. Which one, the text decides.
 */
public final class DrawnVectors implements Embedder {
    private static final double NOISE = 0.05;

    private final Embedder model;
    private final List<float[]> sample;

    /**
     * Under the name of a model, for an index that the model then asks.
     *
     * @param sample vectors of the model
     */
    public DrawnVectors(Embedder model, List<float[]> sample) {
        this.model = model;
        this.sample = List.copyOf(sample);
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public int dimension() {
        return model.dimension();
    }

    @Override
    public int maxTokens() {
        return model.maxTokens();
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (String text : texts) {
            SplittableRandom random = new SplittableRandom(text.hashCode());
            float[] near = sample.get(random.nextInt(sample.size()));
            float[] drawn = new float[near.length];
            double squares = 0;
            for (int d = 0; d < drawn.length; d++) {
                drawn[d] = (float) (near[d] + NOISE * (random.nextDouble() - 0.5));
                squares += drawn[d] * drawn[d];
            }
            float length = (float) Math.sqrt(squares);
            for (int d = 0; d < drawn.length; d++) {
                drawn[d] /= length;
            }
            vectors.add(drawn);
        }
        return vectors;
    }
}
