package io.ambit.core.memory.recall;

import io.ambit.core.event.StrategyType;
import io.ambit.core.record.Link;
import io.ambit.core.record.MemoryRecord;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A record that may be part of an answer, and what is known of its bearing on the question. */
final class Candidate {
    final MemoryRecord record;
    /** Its bearing by the index, 0 to 1; 0 where it was reached over links only. */
    final double own;
    /** What the index says its score is made of. */
    final Map<String, Double> indexParts;

    final Set<StrategyType> foundBy = EnumSet.noneOf(StrategyType.class);
    double time;
    double links;
    List<Link> path = List.of();

    Candidate(MemoryRecord record, double own, Map<String, Double> indexParts) {
        this.record = record;
        this.own = own;
        this.indexParts = indexParts;
    }
}
