package io.ambit.core.routing;

import io.ambit.core.error.InvalidInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Chooses which model answers. Rules come first: what a model cannot do, it is not asked. Of the rest, one is for easy
 * prompts and one for hard ones, local models before others; how hard the prompt seems, against how much of the stronger
 * model is wanted, decides between the two.
 *
 * <p>Without anything learned, rules say how hard it seems. An estimate that was learned from <em>n</em> outcomes counts
 * for <em>n/(n + {@value #PRIOR_ROWS})</em>, the rules for the rest, so that a few outcomes change little.
 *
 * <p>A choice stands for its session: a switch throws the prompt cache away. Thread-safe.
 */
public final class Chooser {
    /** How many outcomes weigh as much as the rules. */
    public static final int PRIOR_ROWS = 500;

    private final @Nullable Difficulty learned;

    /** @param learned null where nothing was learned */
    public Chooser(@Nullable Difficulty learned) {
        this.learned = learned;
    }

    /** Chooses by rules alone. */
    public static Chooser byRules() {
        return new Chooser(null);
    }

    /**
     * One of {@code candidates}.
     *
     * @param candidates those that the configuration names, in its order, which decides between equals
     * @param drawn a number drawn evenly from [0, 1), for exploration
     * @throws InvalidInputException where none of them can answer, with what each lacks
     */
    public Choice choose(Features features, List<Candidate> candidates, Conditions conditions, double drawn) {
        List<Candidate> able = able(features, candidates);
        Candidate weak = able.stream().min(forEasy(features)).orElseThrow();
        Candidate strong = able.stream().min(forHard(features)).orElseThrow();
        Estimate estimate = estimate(features);
        if (conditions.escalate()) {
            return new Choice(strong, "the stronger model, after a failure", 1, estimate.difficulty());
        }
        for (Candidate candidate : able) {
            if (candidate.name().equals(conditions.current())) {
                return new Choice(candidate, "as before in this session", 1, estimate.difficulty());
            }
        }
        if (weak.equals(strong)) {
            String reason = candidates.size() == 1
                    ? "the only model"
                    : able.size() == 1 ? "the only model that can answer this" : "local and strong";
            return new Choice(weak, reason, 1, estimate.difficulty());
        }
        double share = conditions.target().strongShare(weak, strong);
        boolean hard = share > 0 && estimate.difficulty() >= 1 - share;
        // Nothing is tried that the user ruled out.
        double exploration = share == 0 || share == 1 ? 0 : conditions.exploration();
        boolean explored = drawn < exploration;
        Candidate chosen = hard == explored ? weak : strong;
        String reason = String.format(
                Locale.ROOT,
                "%s: %s; the hardest %.0f %% go to the stronger model%s",
                hard ? "hard" : "easy",
                estimate.words(),
                100 * share,
                explored ? "; the other was tried, to learn" : "");
        return new Choice(chosen, reason, explored ? exploration : 1 - exploration, estimate.difficulty());
    }

    private static List<Candidate> able(Features features, List<Candidate> candidates) {
        List<Candidate> able = new ArrayList<>();
        List<String> obstacles = new ArrayList<>();
        for (Candidate candidate : candidates) {
            String obstacle = Rules.obstacle(features, candidate);
            if (obstacle.isEmpty()) {
                able.add(candidate);
            } else {
                obstacles.add(candidate.name() + " " + obstacle);
            }
        }
        if (able.isEmpty()) {
            throw new InvalidInputException(
                    obstacles.isEmpty()
                            ? "no model to choose from, expected one in the configuration"
                            : "no model can answer this request of " + features.tokens() + " tokens: "
                                    + String.join(", ", obstacles));
        }
        return able;
    }

    /** What stays here goes before what is quick. */
    private static Comparator<Candidate> forEasy(Features features) {
        return Comparator.comparing((Candidate candidate) -> !candidate.local())
                .thenComparing(Candidate::strong)
                .thenComparing(candidate -> isStranger(features, candidate));
    }

    private static Comparator<Candidate> forHard(Features features) {
        return Comparator.comparing((Candidate candidate) -> !candidate.strong())
                .thenComparing(candidate -> !candidate.local())
                .thenComparing(candidate -> isStranger(features, candidate));
    }

    private static boolean isStranger(Features features, Candidate candidate) {
        return !candidate.languages().contains(features.language());
    }

    private Estimate estimate(Features features) {
        List<String> signs = Rules.signs(features);
        double ruled = Rules.difficulty(signs);
        String words = signs.isEmpty() ? "no sign of a hard task" : "signs of a hard task: " + String.join(", ", signs);
        if (learned == null || learned.rows() == 0 || features.prompt().isEmpty()) {
            return new Estimate(ruled, words);
        }
        double weight = (double) learned.rows() / (learned.rows() + PRIOR_ROWS);
        double rank = learned.rank(features.prompt());
        return new Estimate(
                weight * rank + (1 - weight) * ruled,
                String.format(
                        Locale.ROOT, "harder than %.0f %% of %d known prompts, %s", 100 * rank, learned.rows(), words));
    }

    private record Estimate(double difficulty, String words) {}
}
