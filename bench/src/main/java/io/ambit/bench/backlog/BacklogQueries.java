package io.ambit.bench.backlog;

import io.ambit.bench.JsonLines;
import io.ambit.core.backlog.FindRequest;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.record.JsonFields;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads files of questions and of graded answers, JSON Lines. */
public final class BacklogQueries {
    private static final String RECALL = "recall";

    private record Grade(String query, String item, int grade) {}

    private BacklogQueries() {}

    /**
     * The questions with their grades, in their order.
     *
     * @param queries {@code id}, {@code query}, and optionally {@code class}, {@code surface}, and {@code options} with
     *     {@code types} and {@code status}
     * @param grades a line for each grade from 0 to 3, with the ids of its query and of its document
     * @throws io.ambit.core.error.AmbitException where a file cannot be read, or a line is wrong
     */
    public static List<BacklogQuery> read(Path queries, Path grades) {
        Map<String, Map<String, Integer>> byQuery = new HashMap<>();
        for (Grade grade : JsonLines.read(grades, BacklogQueries::grade)) {
            byQuery.computeIfAbsent(grade.query(), any -> new HashMap<>()).put(ItemId.key(grade.item()), grade.grade());
        }
        return JsonLines.read(queries, line -> query(line, byQuery));
    }

    private static Grade grade(JsonFields line) {
        return new Grade(line.required("query_id"), line.required("document_id"), (int) line.number("grade", 0));
    }

    private static BacklogQuery query(JsonFields line, Map<String, Map<String, Integer>> grades) {
        boolean recall = line.text("surface").equals(RECALL);
        JsonFields options = line.object("options");
        Set<ItemType> types = recall
                ? Set.of(ItemType.MEMORY)
                : texts(options, "types").stream().map(ItemType::new).collect(Collectors.toSet());
        FindRequest request = new FindRequest(
                line.required("query"), types, texts(options, "status"), null, Set.of(), GradedScores.DEEPEST);
        String id = line.required("id");
        return new BacklogQuery(id, line.text("class"), recall, request, grades.getOrDefault(id, Map.of()));
    }

    private static Set<String> texts(@Nullable JsonFields options, String name) {
        return options == null ? Set.of() : new HashSet<>(options.texts(name));
    }
}
