package io.ambit.core.economics;

/**
 * How a provider's count of a session's requests relates to our own: so many tokens that we do not see (the system
 * prompt and the tools where a log lacks them), and so many of theirs for each of ours.
 *
 * @param unseen tokens of each request, by the provider's count
 * @param perToken the provider's tokens for one of ours
 */
public record TokenScale(double unseen, double perToken) {
    /** Tokenizers differ by less; a fit beyond has found something else. */
    private static final double LEAST = 0.6;

    private static final double MOST = 2;
    private static final int FEWEST = 3;

    /**
     * Fits the line through a session's requests by least squares; where it has too few, or the fit makes no sense, all
     * of the difference counts as the size of a token.
     *
     * @param ours our count of each request
     * @param theirs the provider's, of the same length
     */
    public static TokenScale fit(long[] ours, long[] theirs) {
        double meanOurs = mean(ours);
        double meanTheirs = mean(theirs);
        double varied = 0;
        double together = 0;
        for (int i = 0; i < ours.length; i++) {
            varied += (ours[i] - meanOurs) * (ours[i] - meanOurs);
            together += (ours[i] - meanOurs) * (theirs[i] - meanTheirs);
        }
        if (ours.length >= FEWEST && varied > 0) {
            double slope = together / varied;
            double unseen = meanTheirs - slope * meanOurs;
            if (slope >= LEAST && slope <= MOST && unseen >= 0) {
                return new TokenScale(unseen, slope);
            }
        }
        return new TokenScale(0, meanOurs <= 0 ? 1 : meanTheirs / meanOurs);
    }

    /** The provider's tokens for so many of ours, with what we do not see. */
    public double request(double ours) {
        return unseen + perToken * ours;
    }

    private static double mean(long[] values) {
        double sum = 0;
        for (long value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }
}
