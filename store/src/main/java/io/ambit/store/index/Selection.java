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
    /** By what share of its fit it must exceed the next one. */
    private static final double CLEARLY = 0.25;

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
        int clear = clear(measures);
        return clear < 0 ? picks : raised(clear, picks, scores, limit);
    }

    /** The candidate of more than one passage whose words fit clearly best; negative where there is none. */
    private static int clear(Measures measures) {
        int best = -1;
        for (int c = 0; c < measures.words.length; c++) {
            best = best < 0 || measures.words[c] > measures.words[best] ? c : best;
        }
        if (best < 0 || measures.words[best] == 0 || measures.passages[best] == 1) {
            return -1;
        }
        double next = 0;
        for (int c = 0; c < measures.words.length; c++) {
            // Neighbours share each other's words.
            if (c != best && !measures.areNeighbours(c, best)) {
                next = Math.max(next, measures.words[c]);
            }
        }
        return measures.words[best] - next >= CLEARLY * measures.words[best] ? best : -1;
    }

    private static List<Pick> raised(int candidate, List<Pick> picks, double[] scores, int limit) {
        int at = 0;
        while (at < picks.size() && picks.get(at).candidate() != candidate) {
            at++;
        }
        if (at <= CLEAR_PLACE || limit <= CLEAR_PLACE) {
            return picks;
        }
        List<Pick> changed = new ArrayList<>(picks);
        if (at < picks.size()) {
            changed.remove(at);
        }
        Pick there = picks.get(CLEAR_PLACE);
        double added = scores[there.candidate()] + there.added() - scores[candidate];
        changed.add(CLEAR_PLACE, new Pick(candidate, added, CLEAR_REASON));
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
                left.remove((Integer) next.candidate());
                taken.merge(measures.session[next.candidate()], 1, Integer::sum);
            }
        }
        return picks;
    }
}
