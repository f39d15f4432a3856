package io.ambit.core.tooluse.suggest;

import io.ambit.core.error.InvalidInputException;
import java.util.List;

/**
 * What a tool is looked for.
 *
 * @param query what is to be done, in words
 * @param context what it stands in, the task at hand say; counts less than the query; "" for none
 * @param k most tools to be named
 * @param tools only these names are considered; empty for all
 * @param server only its tools are considered; "" for all
 */
public record SuggestRequest(String query, String context, int k, List<String> tools, String server) {
    /** Tools that are named where nobody says how many. */
    public static final int USUAL_K = 5;

    /** A longer list is no suggestion. */
    public static final int MOST_K = 50;

    private static final int LONGEST = 20_000;

    public SuggestRequest {
        if (query.isBlank()) {
            throw new InvalidInputException("the request is empty, expected what a tool is to do");
        }
        if (k < 1 || k > MOST_K) {
            throw new InvalidInputException("k is " + k + ", expected 1 to " + MOST_K);
        }
        query = query.substring(0, Math.min(LONGEST, query.length()));
        context = context.substring(0, Math.min(LONGEST, context.length()));
        tools = List.copyOf(tools);
    }

    /** A request by itself. */
    public static SuggestRequest of(String query) {
        return new SuggestRequest(query, "", USUAL_K, List.of(), "");
    }
}
