package io.ambit.bench.fuzz;

import io.ambit.core.text.JsonTree;
import java.util.List;
import java.util.Map;

/**
 * What became of the cases of one format.
 *
 * @param accepted requests that could be read in spite of all
 * @param refused requests that were refused as malformed, as they should be
 * @param answers cases that were answers of an upstream
 * @param hangs cases that took longer than the bound
 * @param crashes cases that ended with anything but their result or the refusal; the first are in {@code failures}
 * @param changed cases whose bytes did not come through as they were
 * @param slowestMillis the longest that one case took
 */
public record FuzzReport(
        String format,
        long firstSeed,
        long cases,
        long accepted,
        long refused,
        long answers,
        long hangs,
        long crashes,
        long changed,
        long slowestMillis,
        double seconds,
        List<FuzzFailure> failures) {

    public FuzzReport {
        failures = List.copyOf(failures);
    }

    /** Whether all ended as they should. */
    public boolean isClean() {
        return hangs == 0 && crashes == 0 && changed == 0;
    }

    /** As {@code --json} shows it. */
    public Map<String, Object> toJson() {
        return JsonTree.object(
                "format", format,
                "firstSeed", firstSeed,
                "cases", cases,
                "accepted", accepted,
                "refused", refused,
                "answers", answers,
                "hangs", hangs,
                "crashes", crashes,
                "changed", changed,
                "slowestMillis", slowestMillis,
                "seconds", seconds,
                "failures", failures.stream().map(FuzzFailure::toJson).toList());
    }
}
