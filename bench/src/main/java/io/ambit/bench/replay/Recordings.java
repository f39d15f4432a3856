package io.ambit.bench.replay;

import io.ambit.wire.logs.Lack;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the sessions of a report came from, and what their recordings lack.
 *
 * @param agents how many sessions of each agent; "" for messages that name none
 * @param lacks how many sessions lack each thing
 * @param forks branches that were not followed: turns that were taken back or tried again
 * @param leftOut messages on them
 * @param skipped records that say nothing about what was sent, by agent and type
 */
public record Recordings(
        Map<String, Integer> agents,
        Map<Lack, Integer> lacks,
        int forks,
        int leftOut,
        Map<String, Map<String, Long>> skipped) {
    public Recordings {
        agents = Collections.unmodifiableMap(new TreeMap<>(agents));
        lacks = Collections.unmodifiableMap(new TreeMap<>(lacks));
        skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
    }
}
