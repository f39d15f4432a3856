package io.ambit.testkit;

import java.util.List;
import java.util.SplittableRandom;

/** Where a generated case comes from. Its text form is what a failing test prints; {@code new Seed(n)} brings it back. */
public record Seed(long value) {

    public SplittableRandom random() {
        return new SplittableRandom(value);
    }

    /** One of {@code choices}. */
    public static <T> T pick(SplittableRandom random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @Override
    public String toString() {
        return "seed " + value;
    }
}
