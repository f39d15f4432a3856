package io.ambit.core.tooluse.habit;

import io.ambit.core.session.SessionId;
import io.ambit.core.tool.Invocation;
import java.util.List;

/**
 * Calls that cost more than they had to.
 *
 * @param positions of the calls that need not have been made, or not so, in order, as {@link io.ambit.core.tool.ObservedCall#position} counts them
 * @param tool that they called
 * @param wastedCalls how many calls fewer would have done
 * @param wastedTokens what these calls cost, arguments and results, in tokens of about four characters
 * @param cheaper the calls that would have done instead; empty where none was needed, or none can be told for certain
 * @param reason what is wasteful, in a sentence
 * @param evidence what in the session shows it
 */
public record HabitFinding(
        HabitKind kind,
        SessionId session,
        List<Integer> positions,
        String tool,
        int wastedCalls,
        int wastedTokens,
        List<Invocation> cheaper,
        String reason,
        String evidence) {
    public HabitFinding {
        positions = List.copyOf(positions);
        cheaper = List.copyOf(cheaper);
    }
}
