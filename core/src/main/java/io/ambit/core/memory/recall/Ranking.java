package io.ambit.core.memory.recall;

import io.ambit.core.memory.task.MemoryWeights;
import io.ambit.core.record.Draft;
import io.ambit.core.record.MemoryRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts candidates in order. A score is the bearing on the question, times the weight of the kind of memory, times
 * factors for importance, confidence and use that lie within narrow bounds: they decide between records of like
 * bearing, and never hide one.
 */
final class Ranking {
    /** What a record that both the index and links lead to gains of the weaker of the two. */
    private static final double BOTH = 0.1;

    /** Small: records are often written down at another time than that which they tell of. */
    private static final double TIME_SHARE = 0.1;

    private static final double IMPORTANCE_RANGE = 0.2;
    private static final double LEAST_CONFIDENCE = 0.85;
    private static final double MOST_USE = 0.05;
    private static final double USE_STEP = 0.01;

    private final MemoryWeights weights;
    private final double timeShare;

    /** @param timeSelects how much the time that the question speaks of tells, 0 to 1; 0 where it speaks of none */
    Ranking(MemoryWeights weights, double timeSelects) {
        this.weights = weights;
        this.timeShare = TIME_SHARE * timeSelects;
    }

    /** A candidate with its score. */
    record Ranked(Candidate candidate, double relevance, double score, Map<String, Double> parts) {}

    List<Ranked> rank(Iterable<Candidate> candidates) {
        List<Ranked> ranked = new ArrayList<>();
        candidates.forEach(candidate -> ranked.add(rank(candidate)));
        ranked.sort(Comparator.comparingDouble((Ranked one) -> -one.score())
                .thenComparing(one -> one.candidate().record.id()));
        return ranked;
    }

    private Ranked rank(Candidate candidate) {
        MemoryRecord record = candidate.record;
        Map<String, Double> parts = new LinkedHashMap<>();
        candidate.indexParts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(part -> parts.put(part.getKey(), part.getValue()));
        parts.put("relevance", candidate.own);
        double relevance = candidate.own;
        if (candidate.links > 0) {
            parts.put("links", candidate.links);
            relevance = Math.max(candidate.own, candidate.links) + BOTH * Math.min(candidate.own, candidate.links);
        }
        if (timeShare > 0) {
            parts.put("time", candidate.time);
            relevance = (1 - timeShare) * relevance + timeShare * candidate.time * relevanceShare(relevance);
        }
        double weight = weights.of(record.kind().type()) / weights.highest();
        double importance = 1 + IMPORTANCE_RANGE * (record.draft().importance() - Draft.USUAL_IMPORTANCE);
        double confidence =
                LEAST_CONFIDENCE + (1 - LEAST_CONFIDENCE) * record.draft().confidence();
        double use = 1 + Math.min(MOST_USE, USE_STEP * Math.log1p(record.uses()));
        parts.put("weight", weight);
        parts.put("importance", importance);
        parts.put("confidence", confidence);
        parts.put("use", use);
        return new Ranked(candidate, relevance, relevance * weight * importance * confidence * use, parts);
    }

    /** The right time helps in full what bears on the question at least by half, and less what hardly does. */
    private static double relevanceShare(double relevance) {
        return Math.min(1, 2 * relevance);
    }
}
