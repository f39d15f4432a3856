package io.ambit.core.tool;

import java.time.Instant;
import java.util.List;

/**
 * How a kind of failure of a tool was got over, or a habit that wastes calls.
 *
 * @param id the same for the same conditions and recipe
 * @param tool that failed, "" for any
 * @param failure its class
 * @param shape the words of the error that stay the same, "" for any error
 * @param advice what to do
 * @param recipe how the call is made right
 * @param note one sentence for people and agents, in our words
 * @param evidence what it rests on
 * @param state whether it takes part
 * @param origin {@link #LEARNED}, or what it ships as: {@link #FAILURE}, {@link #HABIT}
 * @param changed when it was last decided on or gained evidence
 */
public record ToolPattern(
        String id,
        String tool,
        FailureClass failure,
        String shape,
        Advice advice,
        Recipe recipe,
        String note,
        Evidence evidence,
        PatternState state,
        String origin,
        Instant changed) {
    /** Drawn from recorded calls. */
    public static final String LEARNED = "learned";

    /** Ships with the program: a way in which calls fail. */
    public static final String FAILURE = "failure";

    /** Ships with the program: a habit that wastes calls. */
    public static final String HABIT = "anti-pattern";

    /**
     * What a pattern rests on.
     *
     * @param worked how many times the recipe was made and worked
     * @param failed how many times it was made and failed
     * @param sessions where it worked, at most 20
     */
    public record Evidence(int worked, int failed, List<String> sessions) {
        /** Nothing yet. */
        public static final Evidence NONE = new Evidence(0, 0, List.of());

        public Evidence {
            sessions = List.copyOf(sessions);
        }
    }

    /** The share of corrections that worked, drawn towards a half where there are few: Laplace's rule of succession. */
    public double confidence() {
        return (evidence.worked() + 1.0) / (evidence.worked() + evidence.failed() + 2.0);
    }

    public boolean isLearned() {
        return origin.equals(LEARNED);
    }

    public ToolPattern with(PatternState decided, Instant at) {
        return new ToolPattern(id, tool, failure, shape, advice, recipe, note, evidence, decided, origin, at);
    }

    public ToolPattern with(Evidence found, Instant at) {
        return new ToolPattern(id, tool, failure, shape, advice, recipe, note, found, state, origin, at);
    }
}
