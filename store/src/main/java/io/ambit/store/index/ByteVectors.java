package io.ambit.store.index;

/**
 * Vectors in one byte a dimension: each is scaled by its largest value, which the cosine does not see. What is stored,
 * what is indexed and what is searched with are these, so that an index that is built again answers the same.
 */
final class ByteVectors {
    private ByteVectors() {}

    static byte[] of(float[] vector) {
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
    static boolean hasDirection(byte[] vector) {
        for (byte value : vector) {
            if (value != 0) {
                return true;
            }
        }
        return false;
    }
}
