package io.ambit.bench.replay;

import io.ambit.bench.recorded.SessionFacts;
import io.ambit.wire.logs.Lack;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Adds up where sessions came from. */
final class RecordingTally {
    private final Map<String, Integer> agents = new TreeMap<>();
    private final Map<Lack, Integer> lacks = new EnumMap<>(Lack.class);
    private final Map<String, Map<String, Long>> skipped = new TreeMap<>();
    private int forks;
    private int leftOut;

    void add(SessionFacts facts) {
        agents.merge(facts.agent(), 1, Integer::sum);
        facts.lacks().forEach(lack -> lacks.merge(lack, 1, Integer::sum));
        forks += facts.forks();
        leftOut += facts.leftOut();
    }

    void skipped(String agent, Map<String, Long> byType) {
        Map<String, Long> all = skipped.computeIfAbsent(agent, name -> new TreeMap<>());
        byType.forEach((type, count) -> all.merge(type, count, Long::sum));
    }

    Recordings sum() {
        return new Recordings(agents, lacks, forks, leftOut, skipped);
    }
}
