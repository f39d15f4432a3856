package io.ambit.bench.context;

import io.ambit.bench.JsonLines;
import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.context.assembly.insight.InsightDraft;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Captures the insights of a file, as an agent would. */
public final class NeededInsights {
    private record Line(String key, InsightDraft draft) {}

    private NeededInsights() {}

    /**
     * Captures them.
     *
     * @param file {@code key}, {@code type}, {@code content}, and optionally {@code context}
     * @return the ids that they got, by their keys
     */
    public static Map<String, String> capture(Path file, ProjectContext project) {
        Map<String, String> ids = new HashMap<>();
        for (Line line : JsonLines.read(
                file,
                fields -> new Line(
                        fields.required("key"),
                        new InsightDraft(
                                fields.required("content"),
                                fields.text("context"),
                                fields.required("type"),
                                "agent:bench",
                                "bench",
                                null)))) {
            ids.put(
                    line.key(),
                    project.captureInsight(line.draft()).record().id().value());
        }
        return ids;
    }
}
