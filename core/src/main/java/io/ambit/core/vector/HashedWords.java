package io.ambit.core.vector;

import io.ambit.core.text.Words;
import java.util.Set;

/**
 * A text as a vector of the words in it: each word, and each three letters of it, adds to the dimension that its hash
 * names, with a sign of its own (feature hashing, Weinberger et al. 2009). It knows nothing of meaning, needs no model,
 * and is the same on any machine.
 */
public final class HashedWords {
    private static final int DIMENSIONS = 512;
    private static final int MAX_CHARACTERS = 8_000;
    private static final float OF_A_PART = 0.3f;

    private final float[] values = new float[DIMENSIONS];

    private HashedWords() {}

    /** The vector of a text's first {@value #MAX_CHARACTERS} characters; of length 1, or 0 where there is no word. */
    public static HashedWords of(String text) {
        HashedWords vector = new HashedWords();
        Set<String> words = Words.of(text.substring(0, Math.min(text.length(), MAX_CHARACTERS)));
        for (String word : words) {
            vector.add(word, 1);
            for (int i = 0; i + 3 <= word.length(); i++) {
                vector.add(word.substring(i, i + 3), OF_A_PART);
            }
        }
        vector.normalise();
        return vector;
    }

    /** The cosine of the angle to another vector, from -1 to 1. */
    public double cosine(HashedWords other) {
        double sum = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum += values[i] * other.values[i];
        }
        return sum;
    }

    private void add(String feature, float weight) {
        int hash = feature.hashCode() * 0x9E3779B9;
        values[(hash >>> 8) % DIMENSIONS] += (hash & 1) == 0 ? weight : -weight;
    }

    private void normalise() {
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        if (squares > 0) {
            float length = (float) Math.sqrt(squares);
            for (int i = 0; i < DIMENSIONS; i++) {
                values[i] /= length;
            }
        }
    }
}
