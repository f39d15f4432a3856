package io.ambit.bench.failures;

import io.ambit.core.tool.FailureClass;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many failures were told right. */
public record FailureFigures(List<FailureTrial.Told> told) {
    public FailureFigures {
        told = List.copyOf(told);
    }

    /** The share of failures told right, 0 to 1. */
    public double right() {
        return share(told);
    }

    /** The mean of the classes' recalls; classes that the failures do not have are left out. */
    public double macroRecall() {
        return recalls().values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    /** The share told right of each class. */
    public Map<FailureClass, Double> recalls() {
        Map<FailureClass, Double> recalls = new EnumMap<>(FailureClass.class);
        for (FailureClass each : FailureClass.values()) {
            List<FailureTrial.Told> own =
                    told.stream().filter(one -> one.failure().label() == each).toList();
            if (!own.isEmpty()) {
                recalls.put(each, share(own));
            }
        }
        return recalls;
    }

    /** The share told right of each kind of tool. */
    public Map<String, Double> kinds() {
        Map<String, Double> kinds = new TreeMap<>();
        for (String kind :
                told.stream().map(one -> one.failure().kind()).distinct().toList()) {
            kinds.put(
                    kind,
                    share(told.stream()
                            .filter(one -> one.failure().kind().equals(kind))
                            .toList()));
        }
        return kinds;
    }

    /** What was taken for what, and how often: "conflict taken for not found". */
    public Map<String, Integer> confusion() {
        Map<String, Integer> confusion = new TreeMap<>();
        wrong().forEach(one -> confusion.merge(
                one.failure().label().label() + " taken for "
                        + one.reflection().failure().label(),
                1,
                Integer::sum));
        return confusion;
    }

    /** Those told wrong. */
    public List<FailureTrial.Told> wrong() {
        return told.stream().filter(one -> !one.isRight()).toList();
    }

    /** The figures by their keys. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("failures", told.size());
        json.put("right", right());
        json.put("macroRecall", macroRecall());
        recalls().forEach((failure, recall) -> json.put("recall." + failure.label(), recall));
        kinds().forEach((kind, share) -> json.put("kind." + kind, share));
        json.put("reflectionMillis.p50", millis(0.5));
        json.put("reflectionMillis.p99", millis(0.99));
        json.put("confusion", confusion());
        return json;
    }

    /** The time of a reflection, at this share of them. */
    public double millis(double share) {
        double[] sorted =
                told.stream().mapToDouble(FailureTrial.Told::millis).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }

    private static double share(List<FailureTrial.Told> of) {
        return (double) of.stream().filter(FailureTrial.Told::isRight).count() / of.size();
    }
}
