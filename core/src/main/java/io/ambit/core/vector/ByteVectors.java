package io.ambit.core.vector;

/**
 * Vectors in one byte a dimension: each is scaled by its largest value, which the cosine does not see. What is stored,
 * what is indexed and what is searched with are these, so that an index that is built again answers the same.
 */
public final class ByteVectors {
    private ByteVectors() {}

    /** The vector in bytes; all 0 where it has no direction. */
    public static byte[] of(float[] vector) {
        float largest = 0;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        byte[] bytes = new byte[vector.length];
        for (int d = 0; largest > 0 && d < bytes.length; d++) {
            bytes[d] = (byte) Math.round(vector[d] / largest * Byte.MAX_VALUE);
        }
        return bytes;
    }

    /** Whether it has a direction: Lucene takes no vector without one. */
    public static boolean hasDirection(byte[] vector) {
        for (byte value : vector) {
            if (value != 0) {
                return true;
            }
        }
        return false;
    }

    /** The length of a vector. */
    public static double length(byte[] vector) {
        return Math.sqrt(product(vector, 0, vector, 0, vector.length));
    }

    /** The sum of the products of {@code length} dimensions of two vectors, each from a place on. */
    public static int product(byte[] first, int at, byte[] second, int from, int length) {
        int sum = 0;
        for (int d = 0; d < length; d++) {
            sum += first[at + d] * second[from + d];
        }
        return sum;
    }
}
