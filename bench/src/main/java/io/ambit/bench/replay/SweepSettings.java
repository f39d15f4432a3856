package io.ambit.bench.replay;

import io.ambit.bench.recorded.RecordedInput;
import io.ambit.core.spi.TokenCounter;
import java.util.List;

/**
 * What to search settings of {@code custom} on, and within which bounds.
 *
 * @param inputs the sessions, in any order
 * @param tokens counts what is reported; the search itself takes a quarter of the characters
 * @param maxEvidenceLoss share of the steps that may lose an identifier
 * @param candidates how many settings are tried at first
 * @param seed of the choice among settings: the same seed and sessions give the same result
 */
public record SweepSettings(
        List<RecordedInput> inputs, TokenCounter tokens, double maxEvidenceLoss, int candidates, long seed) {
    public static final double MAX_EVIDENCE_LOSS = 0.005;
    public static final int CANDIDATES = 24;

    public SweepSettings {
        inputs = List.copyOf(inputs);
    }
}
