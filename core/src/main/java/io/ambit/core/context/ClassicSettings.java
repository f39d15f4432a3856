package io.ambit.core.context;

/**
 * The numbers of {@link ClassicPolicy}.
 *
 * @param cutCharacters how many code points of a longer tool output stay, the hint not counted
 * @param windowIterations how many of the last iterations stay
 * @param summaryInterval how many iterations one summary covers
 * @param summaryTokens upper bound of a summary
 * @param summaries whether summaries are made and shown
 */
public record ClassicSettings(
        int cutCharacters, int windowIterations, int summaryInterval, int summaryTokens, boolean summaries) {
    public static final int DEFAULT_CUT_CHARACTERS = 500;
    public static final int DEFAULT_WINDOW_ITERATIONS = 5;
    public static final int DEFAULT_SUMMARY_INTERVAL = 10;
    public static final int DEFAULT_SUMMARY_TOKENS = 500;

    public static final ClassicSettings DEFAULT = new ClassicSettings(
            DEFAULT_CUT_CHARACTERS, DEFAULT_WINDOW_ITERATIONS, DEFAULT_SUMMARY_INTERVAL, DEFAULT_SUMMARY_TOKENS, true);

    public ClassicSettings {
        positive("cut", cutCharacters);
        positive("window", windowIterations);
        positive("summary_interval", summaryInterval);
        positive("summary_tokens", summaryTokens);
    }

    public ClassicSettings withCutCharacters(int characters) {
        return new ClassicSettings(characters, windowIterations, summaryInterval, summaryTokens, summaries);
    }

    public ClassicSettings withWindowIterations(int iterations) {
        return new ClassicSettings(cutCharacters, iterations, summaryInterval, summaryTokens, summaries);
    }

    public ClassicSettings withSummaryInterval(int iterations) {
        return new ClassicSettings(cutCharacters, windowIterations, iterations, summaryTokens, summaries);
    }

    public ClassicSettings withSummaryTokens(int tokens) {
        return new ClassicSettings(cutCharacters, windowIterations, summaryInterval, tokens, summaries);
    }

    public ClassicSettings withSummaries(boolean on) {
        return new ClassicSettings(cutCharacters, windowIterations, summaryInterval, summaryTokens, on);
    }

    private static void positive(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(option + "=" + value + ", expected at least 1");
        }
    }
}
