package io.ambit.store.index;

import io.ambit.core.retrieval.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Picks the best candidates by their scores. Where an answer is spread over conversations, so are they. And a long text
 * whose words fit clearly better than those of all others is among the first: what is said of length and form is said
 * of messages that are usual, and a needle in a long report is not.
 */
final class Selection {
    /** What each record costs that was already picked from the same conversation. */
    private static final double REPEATED_SESSION = -0.5;
    /** So many times the wanted number compete for places. */
    private static final int COMPETING = 10;

    /** Where what fits best by words stands at the least if it is clearly the best, counted from 0. */
    private static final int CLEAR_PLACE = 2;
    /** By what share of its fit it must exceed the next one for that. */
    private static final double CLEARLY = 0.25;
    /** So many of those that cover most of a question stand among the first {@value #COVERING_PLACES}. */
    private static final int COVERING = 3;

    private static final int COVERING_PLACES = 5;
    /** By what share of their coverage they must exceed the next one for that. */
    private static final double SLIGHTLY = 0.08;

    private static final String CLEAR_REASON = "words-fit-clearly-best";
    private static final String REPEATED_SESSION_REASON = "session-already-there";

    private Selection() {}

    /**
     * A candidate that is picked.
     *
     * @param added to its score, for {@code reason}; 0 for none
     */
    record Pick(int candidate, double added, String reason) {}

    static List<Pick> of(double[] scores, Measures measures, Question question, int limit) {
        List<Integer> best = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> scores[c]).reversed())
                .limit(question.gathers() ? (long) COMPETING * limit : limit)
                .toList();
        List<Pick> picks = question.gathers()
                ? spread(best, scores, measures, limit)
                : best.stream().map(c -> new Pick(c, 0, "")).toList();
        picks = raised(clear(measures.words, measures), CLEAR_PLACE, picks, scores, limit);
        picks = raised(clear(measures.coverage, measures), CLEAR_PLACE, picks, scores, limit);
        List<Integer> covering = covering(measures);
        for (int i = 0; i < covering.size(); i++) {
            picks = raised(covering.get(i), COVERING_PLACES - covering.size() + i, picks, scores, limit);
        }
        return picks;
    }

    /** The few candidates of more than one passage that cover more of the question than all others; none where many do. */
    private static List<Integer> covering(Measures measures) {
        List<Integer> best = IntStream.range(0, measures.coverage.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> measures.coverage[c])
                        .thenComparingDouble(c -> measures.words[c])
                        .reversed())
                .limit(COVERING + 1L)
                .toList();
        for (int size = Math.min(COVERING, best.size()); size > 0; size--) {
            double least = measures.coverage[best.get(size - 1)];
            double next = size < best.size() ? measures.coverage[best.get(size)] : 0;
            boolean whole = best.subList(0, size).stream().allMatch(c -> measures.passages[c] > 1);
            if (whole && least > 0 && least - next >= SLIGHTLY * least) {
                return best.subList(0, size);
            }
        }
        return List.of();
    }

    /** The candidate of more than one passage whose words fit clearly best; negative where there is none. */
    private static int clear(double[] fit, Measures measures) {
        int best = -1;
        for (int c = 0; c < fit.length; c++) {
            best = best < 0 || fit[c] > fit[best] ? c : best;
        }
        if (best < 0 || fit[best] == 0 || measures.passages[best] == 1) {
            return -1;
        }
        double next = 0;
        for (int c = 0; c < fit.length; c++) {
            // Neighbours share each other's words.
            if (c != best && !measures.areNeighbours(c, best)) {
                next = Math.max(next, fit[c]);
            }
        }
        return fit[best] - next >= CLEARLY * fit[best] ? best : -1;
    }

    /** The picks with a candidate, where there is one, not below a place. */
    private static List<Pick> raised(int candidate, int place, List<Pick> picks, double[] scores, int limit) {
        int at = candidate < 0 ? picks.size() : 0;
        while (at < picks.size() && picks.get(at).candidate() != candidate) {
            at++;
        }
        if (candidate < 0 || at <= place || limit <= place) {
            return picks;
        }
        List<Pick> changed = new ArrayList<>(picks);
        if (at < picks.size()) {
            changed.remove(at);
        }
        Pick there = picks.get(place);
        double added = scores[there.candidate()] + there.added() - scores[candidate];
        changed.add(place, new Pick(candidate, added, CLEAR_REASON));
        return changed.subList(0, Math.min(limit, changed.size()));
    }

    private static List<Pick> spread(List<Integer> best, double[] scores, Measures measures, int limit) {
        List<Integer> left = new ArrayList<>(best);
        Map<Long, Integer> taken = new HashMap<>();
        List<Pick> picks = new ArrayList<>();
        while (picks.size() < limit && !left.isEmpty()) {
            Pick next = null;
            for (int c : left) {
                int before = measures.inSession[c] ? taken.getOrDefault(measures.session[c], 0) : 0;
                double added = before * REPEATED_SESSION;
                if (next == null || scores[c] + added > scores[next.candidate()] + next.added()) {
                    next = new Pick(c, added, REPEATED_SESSION_REASON);
                }
            }
            if (next != null) {
                picks.add(next);
                int picked = next.candidate();
                left.removeIf(c -> c == picked);
                taken.merge(measures.session[next.candidate()], 1, Integer::sum);
            }
        }
        return picks;
    }
}
