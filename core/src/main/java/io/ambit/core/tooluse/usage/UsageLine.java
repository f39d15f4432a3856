package io.ambit.core.tooluse.usage;

import io.ambit.core.tool.CallCount;

/**
 * Calls of one tool, session, epic or month.
 *
 * @param name of it, "" for what belongs to none
 * @param goals how often a person asked; 0 for a tool, which serves many
 * @param tokens that its requests sent to a model; 0 where that cannot be told apart
 */
public record UsageLine(String name, int goals, long tokens, CallCount count) {

    UsageLine plus(UsageLine other) {
        return new UsageLine(name, goals + other.goals, tokens + other.tokens, count.plus(other.count));
    }

    /** Calls for each thing that a person asked for, 0 where nobody asked. */
    public double callsPerGoal() {
        return goals == 0 ? 0 : (double) count.calls() / goals;
    }

    /** Tokens sent for each thing that a person asked for, 0 where nobody asked. */
    public double tokensPerGoal() {
        return goals == 0 ? 0 : (double) tokens / goals;
    }
}
