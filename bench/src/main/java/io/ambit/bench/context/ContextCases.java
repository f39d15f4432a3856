package io.ambit.bench.context;

import io.ambit.bench.JsonLines;
import io.ambit.bench.backlog.BacklogQueries;
import io.ambit.bench.context.ContextCase.Mode;
import io.ambit.core.error.AmbitException;
import io.ambit.core.item.ItemId;
import io.ambit.core.record.JsonFields;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what contexts are wanted for, and what they need. */
public final class ContextCases {
    private static final int NEEDED_GRADE = 2;

    private ContextCases() {}

    /**
     * What was marked by hand.
     *
     * @param file {@code task}, {@code epic} or {@code query}, and {@code needs}: ids, or keys of insights
     * @param insights ids of the insights by their keys
     */
    public static List<ContextCase> needs(Path file, Map<String, String> insights) {
        return JsonLines.read(file, fields -> {
            List<String> needs = fields.texts("needs");
            Set<String> keys = needs.stream()
                    .map(need -> ItemId.key(insights.getOrDefault(need, need)))
                    .collect(Collectors.toSet());
            if (keys.isEmpty()) {
                throw new AmbitException("no 'needs', expected ids of items");
            }
            return subject(fields, keys);
        });
    }

    private static ContextCase subject(JsonFields fields, Set<String> keys) {
        if (fields.has("task")) {
            return new ContextCase(Mode.TASK, fields.required("task"), keys);
        }
        return fields.has("epic")
                ? new ContextCase(Mode.EPIC, fields.required("epic"), keys)
                : new ContextCase(Mode.QUERY, fields.required("query"), keys);
    }

    /** Graded questions: needed is what has a grade of 2 or more; questions without such an answer are left out. */
    public static List<ContextCase> graded(Path queries, Path grades) {
        return BacklogQueries.read(queries, grades).stream()
                .map(query -> new ContextCase(
                        Mode.QUERY,
                        query.request().text(),
                        query.grades().entrySet().stream()
                                .filter(grade -> grade.getValue() >= NEEDED_GRADE)
                                .map(grade -> ItemId.key(grade.getKey()))
                                .collect(Collectors.toSet())))
                .filter(one -> !one.needs().isEmpty())
                .toList();
    }
}
