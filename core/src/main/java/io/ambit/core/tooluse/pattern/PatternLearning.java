package io.ambit.core.tooluse.pattern;

import io.ambit.core.text.Hash;
import io.ambit.core.text.Words;
import io.ambit.core.tool.Advice;
import io.ambit.core.tool.FailureClass;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.PatternState;
import io.ambit.core.tool.Recipe;
import io.ambit.core.tool.ToolPattern;
import io.ambit.core.tool.ToolPattern.Evidence;
import io.ambit.core.tooluse.failure.ErrorShape;
import io.ambit.core.tooluse.failure.Recoveries;
import io.ambit.core.tooluse.failure.Recovery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Draws patterns from recorded calls. Only what was called and whether it failed counts as evidence, never what an error
 * or a result says; an error's words are compared, to tell like from unlike. A pattern needs two recoveries by the same
 * recipe, each of which is surely for what the failed call was for, and more of them than times when it did not help.
 */
final class PatternLearning {
    /** Recoveries of less confidence are no evidence. */
    static final double MIN_CONFIDENCE = 0.8;

    private static final int MIN_WORKED = 2;
    private static final int MAX_SESSIONS = 20;
    private static final double SAME_ERROR = 0.5;
    private static final int ID_DIGITS = 10;
    private static final int MAX_SHOWN = 60;

    private PatternLearning() {}

    /** What got over failures more than once, as if proposed; see {@link #isWorthProposing}. */
    static List<ToolPattern> learn(List<Recoveries.Failed> failures, Instant now) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (Recoveries.Failed failed : failures) {
            Recovery recovery = failed.recovery();
            Recipe recipe =
                    recovery == null || recovery.confidence() < MIN_CONFIDENCE ? null : RecipeFinder.of(recovery);
            if (recovery != null && recipe != null) {
                Group group = group(groups, failed, recipe);
                group.worked++;
                group.sessions.add(recovery.session().value());
            }
        }
        return groups.values().stream()
                .filter(group -> group.worked >= MIN_WORKED)
                .map(group -> group.pattern(now))
                .map(pattern -> withContradictions(pattern, failures, now))
                .toList();
    }

    /** Whether there is enough to show it to a person. */
    static boolean isWorthProposing(ToolPattern pattern) {
        return pattern.evidence().worked() >= MIN_WORKED
                && pattern.evidence().worked() > pattern.evidence().failed();
    }

    /** The pattern with the count of how often its recipe was made after such a failure and failed too. */
    static ToolPattern withContradictions(ToolPattern pattern, List<Recoveries.Failed> failures, Instant now) {
        int count = 0;
        for (Recoveries.Failed each : failures) {
            if (!isMeant(pattern, each.call().tool(), each.failure(), each.shape())) {
                continue;
            }
            String made = pattern.recipe()
                    .apply(each.call())
                    .map(Invocation::canonical)
                    .orElse("");
            if (each.tried().stream().anyMatch(tried -> tried.canonical().equals(made))) {
                count++;
            }
        }
        Evidence evidence = pattern.evidence();
        return count == evidence.failed()
                ? pattern
                : pattern.with(new Evidence(evidence.worked(), count, evidence.sessions()), now);
    }

    /** Whether a failure is of the kind that a pattern is about. */
    static boolean isMeant(ToolPattern pattern, String tool, FailureClass failure, String shape) {
        if (failure != pattern.failure()
                || !(pattern.tool().isEmpty() || pattern.tool().equals(tool))) {
            return false;
        }
        return pattern.isLearned()
                ? ErrorShape.likeness(pattern.shape(), shape) >= SAME_ERROR
                : pattern.shape().isEmpty() || Words.of(shape).containsAll(Words.of(pattern.shape()));
    }

    private static Group group(Map<String, Group> groups, Recoveries.Failed failed, Recipe recipe) {
        String key = failed.call().tool()
                + '\n'
                + failed.failure()
                + '\n'
                + recipe.kind()
                + '\n'
                + recipe.argument()
                + '\n'
                + recipe.to()
                + '\n'
                + recipe.from()
                + '\n'
                + Recipe.canonical(recipe.value());
        for (int variant = 0; ; variant++) {
            Group group = groups.computeIfAbsent(key + '\n' + variant, any -> new Group(key, failed, recipe));
            if (ErrorShape.likeness(group.shape, failed.shape()) >= SAME_ERROR) {
                return group;
            }
        }
    }

    private static final class Group {
        private final String key;
        private final String tool;
        private final FailureClass failure;
        private final String shape;
        private final Recipe recipe;
        private final Set<String> sessions = new LinkedHashSet<>();
        private int worked;

        Group(String key, Recoveries.Failed failed, Recipe recipe) {
            this.key = key;
            this.tool = failed.call().tool();
            this.failure = failed.failure();
            this.shape = failed.shape();
            this.recipe = recipe;
        }

        ToolPattern pattern(Instant now) {
            return new ToolPattern(
                    "tp-" + Hash.of(key + '\n' + shape).hex().substring(0, ID_DIGITS),
                    tool,
                    failure,
                    shape,
                    recipe.kind() == Recipe.Kind.AGAIN ? Advice.RETRY : Advice.CHANGE,
                    recipe,
                    note(recipe, tool),
                    new Evidence(
                            worked, 0, sessions.stream().limit(MAX_SESSIONS).toList()),
                    PatternState.PROPOSED,
                    ToolPattern.LEARNED,
                    now);
        }
    }

    /** What the recipe does, for people. */
    private static String note(Recipe recipe, String tool) {
        String argument = quoted(recipe.argument());
        return switch (recipe.kind()) {
            case AGAIN -> "Calling " + quoted(tool) + " once more worked.";
            case RENAME -> "The argument " + argument + " is called " + quoted(recipe.to()) + ".";
            case DROP -> "Leave the argument " + argument + " out.";
            case ADD -> "Add the argument " + argument + ": " + quoted(Recipe.canonical(recipe.value())) + ".";
            case REPLACE ->
                "For " + argument + " use " + quoted(Recipe.canonical(recipe.value())) + " in the place of "
                        + quoted(recipe.from()) + ".";
            case WORD ->
                "In " + argument + " write " + quoted(recipe.to()) + " in the place of " + quoted(recipe.from()) + ".";
            case PAD -> "The number in " + argument + " has " + recipe.to() + " digits.";
            case CASE -> "Write " + argument + " in " + recipe.to().toLowerCase(Locale.ROOT) + " case.";
            case RETYPE -> "Send " + argument + " as a " + recipe.to() + ".";
            case TOOL -> "Use " + quoted(recipe.to()) + " instead of " + quoted(tool) + ".";
            case ADVICE -> "";
        };
    }

    private static String quoted(@Nullable String text) {
        String line = String.valueOf(text).replaceAll("\\s+", " ");
        return '"' + (line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "...") + '"';
    }
}
