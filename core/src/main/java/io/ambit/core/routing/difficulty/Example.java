package io.ambit.core.routing.difficulty;

/**
 * A prompt whose outcome is known.
 *
 * @param gain what the stronger model did better: 1 where only it was right, 0 where both were or neither, -1 where only
 *     the weaker was; an estimate of it, which may lie outside, where one of the two was not asked
 */
public record Example(String prompt, double gain) {
    public Example {
        if (!Double.isFinite(gain)) {
            throw new IllegalArgumentException("gain " + gain + ", expected a finite number");
        }
    }

    /** Both models were asked. */
    public static Example of(String prompt, boolean weakRight, boolean strongRight) {
        return new Example(prompt, (strongRight ? 1 : 0) - (weakRight ? 1 : 0));
    }
}
