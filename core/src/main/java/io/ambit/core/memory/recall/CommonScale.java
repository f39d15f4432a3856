package io.ambit.core.memory.recall;

import io.ambit.core.record.RecordId;
import io.ambit.core.spi.MemoryIndex.Found;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes scores of several answers of the index comparable, which are so within one answer only: the first answer's run
 * from 0 to 1; a later, narrower one is stretched so that a record that both hold scores alike, and what the first did
 * not hold stays at or below its last.
 */
final class CommonScale {
    private final Map<RecordId, Double> first = new HashMap<>();
    private final double lowest;

    CommonScale(List<Found> answer) {
        double best = answer.stream().mapToDouble(Found::score).max().orElse(0);
        double worst = answer.stream().mapToDouble(Found::score).min().orElse(0);
        double floor = Math.min(0, worst);
        double range = best - floor;
        double least = 1;
        for (Found found : answer) {
            double share = range > 0 ? (found.score() - floor) / range : 1;
            first.putIfAbsent(found.id(), share);
            least = Math.min(least, share);
        }
        lowest = least;
    }

    /** The scores of an answer, 0 to 1. */
    Map<RecordId, Double> of(List<Found> answer) {
        double stretch = 0;
        for (Found found : answer) {
            Double common = first.get(found.id());
            if (common != null && found.score() > 0) {
                stretch = common / found.score();
                break;
            }
        }
        double best = answer.stream().mapToDouble(Found::score).max().orElse(0);
        if (stretch == 0 && best > 0) {
            stretch = lowest / best;
        }
        Map<RecordId, Double> scores = new HashMap<>();
        for (Found found : answer) {
            Double known = first.get(found.id());
            double share = known != null ? known : Math.clamp(found.score() * stretch, 0, lowest);
            scores.put(found.id(), share);
        }
        return scores;
    }
}
