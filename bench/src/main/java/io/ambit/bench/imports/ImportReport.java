package io.ambit.bench.imports;

import io.ambit.bench.recorded.InputProblem;
import java.util.List;
import java.util.Map;

/**
 * What an import did.
 *
 * @param records stored, those that were there before included
 * @param added of them, not there before
 * @param links made or there before
 * @param refused by reason: "empty", "recalled", "forgotten"
 * @param redacted secrets taken out, by name
 * @param problems what was left out, the first of them
 * @param moreProblems how many more there were
 */
public record ImportReport(
        ImportFormat format,
        long records,
        long added,
        long links,
        Map<String, Long> refused,
        Map<String, Long> redacted,
        List<InputProblem> problems,
        long moreProblems) {
    public ImportReport {
        refused = Map.copyOf(refused);
        redacted = Map.copyOf(redacted);
        problems = List.copyOf(problems);
    }
}
