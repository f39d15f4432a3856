package io.ambit.core.tooluse.suggest;

import java.util.List;

/**
 * How far each tool is ahead of the others, from scores, as shares of 1 (a softmax). One share is kept for the case that
 * none of the tools is for the request. The shares order suggestions and tell close choices from clear ones; they are
 * not fitted to how often suggestions are right, which {@code ambit bench tools} measures.
 */
final class Confidence {
    /** A tool that scores so much less than another has the share of that one divided by e. */
    private static final double TEMPERATURE = 0.06;
    /** A score at which a tool has as good as nothing to do with a request. */
    private static final double NOTHING = 0.2;

    private Confidence() {}

    /**
     * A share for each of some tools; all of them together less than 1.
     *
     * @param tools the best first
     */
    static double[] of(Scores scores, List<Integer> tools) {
        double[] shares = new double[tools.size()];
        double best = tools.isEmpty() ? NOTHING : Math.max(NOTHING, scores.total(tools.getFirst()));
        double sum = Math.exp((NOTHING - best) / TEMPERATURE);
        for (int place = 0; place < shares.length; place++) {
            shares[place] = Math.exp((scores.total(tools.get(place)) - best) / TEMPERATURE);
            sum += shares[place];
        }
        for (int place = 0; place < shares.length; place++) {
            shares[place] /= sum;
        }
        return shares;
    }
}
