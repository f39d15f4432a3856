package io.ambit.bench.calls;

import io.ambit.core.tooluse.check.Checked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of a {@link CallTrial}.
 *
 * @param classes what was told of each class of fault
 * @param right how many calls were right
 * @param falseAlarms how many of these were called wrong
 * @param withRepair how many wrong calls say which one was meant
 * @param repaired for how many of these that one was proposed
 * @param wrongRepairs how many proposals were another call, or had nothing to be proposed
 * @param wrongCertain how many of these said that they were certain
 * @param timings what each check took, in nanoseconds, shortest first
 */
public record CallReport(
        int calls,
        Map<String, Told> classes,
        int right,
        int falseAlarms,
        int withRepair,
        int repaired,
        int wrongRepairs,
        int wrongCertain,
        List<Long> timings,
        List<Miss> misses) {
    private static final double NANOS_A_MILLI = 1e6;

    /** A call that was judged otherwise than by who made it up. */
    public record Miss(CalledTool row, Checked checked) {}

    /**
     * How often a class was told.
     *
     * @param told where it was so
     * @param missed where something else was told, or nothing
     * @param mistaken where it was not so
     */
    public record Told(int told, int missed, int mistaken) {
        static Told of(Optional<String> found, String error) {
            return found.filter(error::equals).isPresent() ? new Told(1, 0, 0) : new Told(0, 1, 0);
        }

        Told and(Told other) {
            return new Told(told + other.told, missed + other.missed, mistaken + other.mistaken);
        }

        public double recall() {
            return told + missed == 0 ? 0 : (double) told / (told + missed);
        }

        public double f1() {
            return told == 0 ? 0 : 2.0 * told / (2.0 * told + missed + mistaken);
        }
    }

    /** The mean of F1 over the classes that there are calls of. */
    public double macroF1() {
        return classes.values().stream()
                .filter(each -> each.told() + each.missed() > 0)
                .mapToDouble(Told::f1)
                .average()
                .orElse(1);
    }

    /** The share of wrong calls with a known meaning for which just that was proposed. */
    public double repairAccuracy() {
        return withRepair == 0 ? 1 : (double) repaired / withRepair;
    }

    /** Milliseconds within which a share of the checks was done. */
    public double millis(double share) {
        return timings.isEmpty()
                ? 0
                : timings.get(Math.max(0, (int) Math.ceil(share * timings.size()) - 1)) / NANOS_A_MILLI;
    }

    /** As FORMATS names them; the recall of a class stands under {@code recall} and flat. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("calls", calls);
        json.put("macroF1", rounded(macroF1()));
        Map<String, Object> recall = new LinkedHashMap<>();
        classes.forEach((name, counted) -> {
            if (counted.told() + counted.missed() > 0) {
                recall.put(name, rounded(counted.recall()));
                json.put("recall." + name, rounded(counted.recall()));
            }
        });
        json.put("recall", recall);
        json.put("right", right);
        json.put("falseAlarms", falseAlarms);
        json.put("falseAlarmRate", rounded(right == 0 ? 0 : (double) falseAlarms / right));
        json.put("repairable", withRepair);
        json.put("repairAccuracy", rounded(repairAccuracy()));
        json.put("wrongRepairs", wrongRepairs);
        json.put("wrongCertainRepairs", wrongCertain);
        json.put("millis.p50", rounded(millis(0.5)));
        json.put("millis.p99", rounded(millis(0.99)));
        return json;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
