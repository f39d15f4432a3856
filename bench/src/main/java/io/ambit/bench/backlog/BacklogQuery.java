package io.ambit.bench.backlog;

import io.ambit.core.backlog.FindRequest;
import java.util.Map;

/**
 * A question to a backlog whose answers were graded.
 *
 * @param kind the class it is reported with
 * @param recall whether it was a question to memory, which is reported apart
 * @param grades by the ids of items: 3 is what the question is for, 0 is no answer; what is not in it was not judged
 */
public record BacklogQuery(String id, String kind, boolean recall, FindRequest request, Map<String, Integer> grades) {
    public BacklogQuery {
        grades = Map.copyOf(grades);
    }
}
