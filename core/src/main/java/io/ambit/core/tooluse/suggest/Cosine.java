package io.ambit.core.tooluse.suggest;

import io.ambit.core.vector.ByteVectors;

/** Products of vectors; four sums at a time, which a processor works on at once. */
final class Cosine {
    private Cosine() {}

    static double product(float[] first, float[] second) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int whole = first.length & ~3;
        for (int i = 0; i < whole; i += 4) {
            a += first[i] * second[i];
            b += first[i + 1] * second[i + 1];
            c += first[i + 2] * second[i + 2];
            d += first[i + 3] * second[i + 3];
        }
        for (int i = whole; i < first.length; i++) {
            a += first[i] * second[i];
        }
        return a + b + c + d;
    }

    /** Adds a share of a vector of bytes, brought to length 1, to a sum. */
    static void add(float[] sum, byte[] vector, double share) {
        float scale = (float) (share / Math.max(1, ByteVectors.length(vector)));
        for (int d = 0; d < sum.length; d++) {
            sum[d] += scale * vector[d];
        }
    }

    /** Adds a share of another vector to a sum. */
    static void add(float[] sum, float[] other, double share) {
        for (int d = 0; d < sum.length; d++) {
            sum[d] += (float) (share * other[d]);
        }
    }

    /** Brings a vector to length 1; one without direction stays. */
    static float[] unit(float[] vector) {
        double length = Math.sqrt(product(vector, vector));
        if (length > 0) {
            for (int d = 0; d < vector.length; d++) {
                vector[d] /= (float) length;
            }
        }
        return vector;
    }
}
