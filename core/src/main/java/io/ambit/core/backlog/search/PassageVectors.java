package io.ambit.core.backlog.search;

import io.ambit.core.vector.ByteVectors;
import java.util.Arrays;
import java.util.List;

/** The vectors of an item's passages, one after another in one array. */
final class PassageVectors {
    private final byte[] all;
    private final float[] lengths;
    private final int dimension;

    PassageVectors(List<byte[]> vectors, int dimension) {
        this.dimension = dimension;
        all = new byte[vectors.size() * dimension];
        lengths = new float[vectors.size()];
        for (int p = 0; p < vectors.size(); p++) {
            System.arraycopy(vectors.get(p), 0, all, p * dimension, dimension);
            lengths[p] = (float) Math.max(1, ByteVectors.length(vectors.get(p)));
        }
    }

    int size() {
        return lengths.length;
    }

    byte[] vector(int passage) {
        return Arrays.copyOfRange(all, passage * dimension, (passage + 1) * dimension);
    }

    /** The cosine of a passage and a question, whose own length is given. */
    double cosine(int passage, byte[] question, double length) {
        return ByteVectors.product(all, passage * dimension, question, 0, dimension) / (lengths[passage] * length);
    }
}
