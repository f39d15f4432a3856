package io.ambit.core.tool;

import java.util.List;

/**
 * Calls of a session that need not have been made, or not so.
 *
 * @param kind {@link #FAILED}, or the name of an anti-pattern
 * @param item of the backlog that they were made for, "" for none
 * @param positions of the calls in their session, counted from 0
 * @param calls how many fewer would have done
 * @param tokens what these cost, arguments and results, in tokens of about four characters
 */
public record Waste(String kind, String tool, String item, List<Integer> positions, int calls, long tokens) {
    /** They came back with an error. */
    public static final String FAILED = "failed";

    public Waste {
        positions = List.copyOf(positions);
    }
}
