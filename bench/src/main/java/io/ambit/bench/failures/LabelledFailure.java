package io.ambit.bench.failures;

import io.ambit.bench.JsonLines;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.record.JsonFields;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.FailureClass;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tooluse.failure.FailureReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A failure whose cause is known.
 *
 * @param kind of tool, "" where the file does not say
 * @param note what was set up, "" where the file does not say
 */
public record LabelledFailure(String kind, FailureReport report, FailureClass label, String note) {

    /**
     * The failures of a file of JSON Lines with tool, params, error, label, and where given kind, context, note.
     *
     * @throws io.ambit.core.error.AmbitException where the file cannot be read, or a line is wrong
     */
    public static List<LabelledFailure> read(Path file) {
        return JsonLines.read(file, LabelledFailure::of);
    }

    private static LabelledFailure of(JsonFields line) {
        Map<String, Object> params =
                line.object().get("params") instanceof Json.Obj object ? JsonTree.members(object) : Map.of();
        FailureClass label;
        try {
            label = FailureClass.of(line.required("label"));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()), e);
        }
        return new LabelledFailure(
                line.text("kind"),
                new FailureReport(
                        new Invocation(line.required("tool"), params), line.required("error"), line.text("context")),
                label,
                line.text("note"));
    }
}
