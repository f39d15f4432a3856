package io.ambit.core.tooluse.suggest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What descriptions and the log say of each tool of a set. Immutable.
 *
 * <p>With no log a tool is scored by its description: the cosine of vectors and the words shared (BM25). Each request of
 * the log moves the score towards what served: by prototypes, by the probability of words, and by the votes of the
 * nearest requests, of which the latter count the more the longer the log is.
 *
 * <p>A log in which few of the tools occur says which of these a request is for, and nothing of all others. There the
 * tools of the log are ordered by what the log says, and compared with the others by their descriptions, as without one.
 */
final class Evidence {
    private static final double WORDS = 0.12;
    /** Without vectors, words are all there is. */
    private static final double WORDS_ALONE = 0.6;

    private static final double WORDS_FADE = 200;
    private static final double BAYES = 0.1;
    private static final double BAYES_GROWS = 200;
    private static final double VOTES = 0.4;
    private static final double VOTES_GROW = 1_000;
    private static final double FAILURES = 0.3;
    private static final double CONTEXT = 0.2;
    private static final double PARTS = 0.5;
    /** Below this share of the tools that even use would have shown, a log says nothing of those that it lacks. */
    private static final double NARROW = 0.75;

    private static final double BROAD = 0.9;
    /** After so many lines half of what they show of a log's breadth is believed. */
    private static final double LINES_FOR_HALF = 5;
    /** Requests as alike as this are one request. */
    private static final double SAME = 0.95;

    private static final double NEARLY_SAME = 0.9;

    private final ToolSet tools;
    private final RequestLines worked;
    private final RequestLines failed;
    private final @Nullable Prototypes prototypes;
    private final StemBayes bayes;
    private final boolean[] seen;
    private final double breadth;

    /**
     * Learns from a log.
     *
     * @param meaning null where a vector of a tool is not there, and words are all there is
     */
    Evidence(ToolSet tools, RequestLines worked, RequestLines failed, @Nullable TextMeaning meaning) {
        this.tools = tools;
        this.worked = worked;
        this.failed = failed;
        List<float[]> vectors = meaning == null ? List.of() : tools.vectors(meaning);
        prototypes = meaning == null || vectors.isEmpty() ? null : new Prototypes(vectors, worked, meaning);
        bayes = new StemBayes(tools, worked);
        seen = worked.tools(tools.size());
        breadth = breadth();
    }

    private double breadth() {
        int found = 0;
        for (boolean one : seen) {
            found += one ? 1 : 0;
        }
        double expected = tools.size() * (1 - Math.pow(1 - 1.0 / Math.max(1, tools.size()), worked.size()));
        // One line is found at one tool, whatever it was drawn from: only the lines after the first tell of breadth.
        double telling = Math.max(0, worked.size() - 1);
        return telling / (telling + LINES_FOR_HALF) * between(found / Math.max(1, expected), NARROW, BROAD);
    }

    private static double between(double value, double none, double all) {
        return Math.max(0, Math.min(1, (value - none) / (all - none)));
    }

    /** Scores all tools. */
    Scores score(Asked asked, @Nullable Asked context) {
        double[] words = words(asked, context);
        double[] described = described(asked, context);
        double[] likeness = Neighbours.likeness(worked, asked);
        List<Neighbours.Near> nearest = Neighbours.nearest(likeness);
        double[] votes = Neighbours.votes(worked, nearest, tools.size());
        double[] total = new double[tools.size()];
        double lines = worked.size();
        double[] alone = new double[tools.size()];
        for (int t = 0; t < total.length; t++) {
            alone[t] = described[t] + wordWeight() * words[t];
        }
        if (lines == 0) {
            total = alone;
        } else {
            double[] learned = learned(asked, context);
            double[] likely = bayes.likelihoods(asked.terms());
            for (int t = 0; t < total.length; t++) {
                total[t] = learned[t]
                        + wordWeight() * WORDS_FADE / (lines + WORDS_FADE) * words[t]
                        + BAYES * lines / (lines + BAYES_GROWS) * likely[t]
                        + VOTES * lines / (lines + VOTES_GROW) * votes[t];
            }
            double near = nearest.isEmpty() ? 0 : nearest.getFirst().likeness();
            level(alone, total, Math.max(breadth, between(near, NEARLY_SAME, SAME)));
        }
        double[] against =
                Neighbours.failures(worked, likeness, failed, Neighbours.likeness(failed, asked), tools.size());
        for (int t = 0; t < total.length; t++) {
            total[t] -= FAILURES * against[t];
        }
        return new Scores(total, words, votes, against, nearest);
    }

    private double wordWeight() {
        return prototypes == null ? WORDS_ALONE : WORDS;
    }

    /**
     * Puts tools of the log and others on one scale.
     *
     * @param breadth 1 where the log may speak of all tools, 0 where it may only order its own
     */
    private void level(double[] alone, double[] total, double breadth) {
        double bestAlone = Double.NEGATIVE_INFINITY;
        double bestTotal = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < total.length; t++) {
            if (seen[t]) {
                bestAlone = Math.max(bestAlone, alone[t]);
                bestTotal = Math.max(bestTotal, total[t]);
            }
        }
        for (int t = 0; t < total.length; t++) {
            double fair = seen[t] ? total[t] - bestTotal + bestAlone : alone[t];
            total[t] = breadth * total[t] + (1 - breadth) * fair;
        }
    }

    private double[] words(Asked asked, @Nullable Asked context) {
        return mixed(asked, asked.parts(), context, one -> tools.words(one.terms()));
    }

    private double[] described(Asked asked, @Nullable Asked context) {
        Prototypes known = prototypes;
        return known == null || !asked.hasVector()
                ? new double[tools.size()]
                : mixed(asked, read(asked), hasVector(context), one -> known.described(one.vector()));
    }

    private double[] learned(Asked asked, @Nullable Asked context) {
        Prototypes known = prototypes;
        return known == null || !asked.hasVector()
                ? new double[tools.size()]
                : mixed(asked, read(asked), hasVector(context), one -> known.learned(one.vector()));
    }

    private static List<Asked> read(Asked asked) {
        return asked.parts().stream().filter(Asked::hasVector).toList();
    }

    private static @Nullable Asked hasVector(@Nullable Asked context) {
        return context != null && context.hasVector() ? context : null;
    }

    /** How one text scores. */
    private interface Scoring {
        double[] of(Asked one);
    }

    /** The whole and its best part by half; and what it stands in. */
    private static double[] mixed(Asked asked, List<Asked> parts, @Nullable Asked context, Scoring scoring) {
        double[] scores = scoring.of(asked);
        if (!parts.isEmpty()) {
            double[] best = scoring.of(parts.getFirst());
            for (Asked part : parts.subList(1, parts.size())) {
                double[] next = scoring.of(part);
                for (int t = 0; t < best.length; t++) {
                    best[t] = Math.max(best[t], next[t]);
                }
            }
            blend(scores, best, PARTS);
        }
        if (context != null) {
            blend(scores, scoring.of(context), CONTEXT);
        }
        return scores;
    }

    private static void blend(double[] into, double[] other, double share) {
        for (int t = 0; t < into.length; t++) {
            into[t] = (1 - share) * into[t] + share * other[t];
        }
    }
}
