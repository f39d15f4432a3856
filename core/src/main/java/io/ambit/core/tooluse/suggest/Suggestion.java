package io.ambit.core.tooluse.suggest;

import java.util.List;
import java.util.Map;

/**
 * A tool that may serve a request.
 *
 * @param server who offers it, "" where that is not known
 * @param confidence how clearly it is ahead of the other tools, from 0 to 1; over all tools at most 1. Not a measured
 *     probability
 * @param why for a person
 * @param parameters that the request, the schema or calls that worked settle, as a tree
 * @param missing required parameters that nothing settles
 * @param examples calls that worked for the nearest requests, nearest first
 */
public record Suggestion(
        String tool,
        String server,
        double confidence,
        List<String> why,
        Map<String, Object> parameters,
        List<String> missing,
        List<Example> examples) {
    public Suggestion {
        why = List.copyOf(why);
        missing = List.copyOf(missing);
        examples = List.copyOf(examples);
    }

    /**
     * A call that worked.
     *
     * @param request what was asked, cut where it is long
     * @param arguments as a tree
     * @param likeness of the requests, at most 1
     */
    public record Example(String request, Map<String, Object> arguments, double likeness) {}
}
