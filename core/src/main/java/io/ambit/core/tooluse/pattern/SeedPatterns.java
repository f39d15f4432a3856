package io.ambit.core.tooluse.pattern;

import io.ambit.core.tool.Advice;
import io.ambit.core.tool.FailureClass;
import io.ambit.core.tool.PatternState;
import io.ambit.core.tool.Recipe;
import io.ambit.core.tool.ToolPattern;
import io.ambit.core.tool.ToolPattern.Evidence;
import io.ambit.core.tooluse.habit.HabitKind;
import java.time.Instant;
import java.util.List;

/**
 * The patterns that the program ships with: the four ways in which calls of backlog tools fail most, and the seven
 * habits that waste calls. They are advice only, and in force until a person rejects them.
 */
final class SeedPatterns {
    static final List<ToolPattern> ALL = List.of(
            failure(
                    "seed-invalid-id",
                    FailureClass.NOT_FOUND,
                    "id",
                    "Ids are written with their prefix and all their zeros, as TASK-0024: take them from a list."),
            failure(
                    "seed-missing-field",
                    FailureClass.MISSING_ARGUMENT,
                    "",
                    "What the schema lists as required must be in every call."),
            failure(
                    "seed-status",
                    FailureClass.WRONG_VALUE,
                    "status",
                    "A status follows from the one before: read the item, then take a step that makes sense from there."),
            failure(
                    "seed-broken-reference",
                    FailureClass.NOT_FOUND,
                    "reference",
                    "Look whether what is referred to is there, before it is referred to."),
            habit(
                    HabitKind.LOOP,
                    FailureClass.WRONG_TOOL,
                    "One list with a filter in the place of one get after another."),
            habit(
                    HabitKind.OVER_FETCH,
                    FailureClass.WRONG_TOOL,
                    "A list shows titles: do not get whole items for them."),
            habit(HabitKind.OVER_HYDRATE, FailureClass.WRONG_VALUE, "Hydrate only where the linked texts are needed."),
            habit(HabitKind.MISSING_CONTEXT, FailureClass.MISSING_ARGUMENT, "Give a task the epic that it belongs to."),
            habit(
                    HabitKind.REDUNDANT_QUERY,
                    FailureClass.WRONG_TOOL,
                    "What was read and not changed need not be read again."),
            habit(HabitKind.INVALID_FORMAT, FailureClass.WRONG_VALUE, "Write ids whole: TASK-0024, not TASK-24."),
            habit(
                    HabitKind.MISSING_EVIDENCE,
                    FailureClass.MISSING_ARGUMENT,
                    "Say what shows that it works when an item is set to done."));

    private SeedPatterns() {}

    private static ToolPattern failure(String id, FailureClass failure, String shape, String note) {
        return seed(id, failure, shape, note, ToolPattern.FAILURE);
    }

    private static ToolPattern habit(HabitKind kind, FailureClass failure, String note) {
        return seed(id(kind), failure, "", note, ToolPattern.HABIT);
    }

    /** The id of the pattern that speaks of a habit. */
    static String id(HabitKind kind) {
        return "seed-" + kind.key().replace('_', '-');
    }

    private static ToolPattern seed(String id, FailureClass failure, String shape, String note, String origin) {
        return new ToolPattern(
                id,
                "",
                failure,
                shape,
                Advice.CHANGE,
                Recipe.plain(Recipe.Kind.ADVICE),
                note,
                Evidence.NONE,
                PatternState.APPROVED,
                origin,
                Instant.EPOCH);
    }
}
