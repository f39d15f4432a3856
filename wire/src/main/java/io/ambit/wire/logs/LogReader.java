package io.ambit.wire.logs;

import io.ambit.core.text.Json;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the log of one agent, record by record. Made for one log; used by one thread. */
public abstract class LogReader {
    private final SortedMap<String, Long> skipped = new TreeMap<>();

    LogReader() {}

    /** Short name of the agent. */
    public abstract String agent();

    /**
     * Takes the next record. One of an unknown type is counted and left.
     *
     * @param record a JSON object
     * @param source what it was parsed from
     */
    public abstract void add(Json record, byte[] source);

    /** The sessions in what came so far, oldest first. */
    public abstract List<RecordedSession> sessions();

    /** Records that say nothing about what was sent, by type. */
    public Map<String, Long> skipped() {
        return new TreeMap<>(skipped);
    }

    final void skip(String type) {
        skipped.merge(type.isEmpty() ? "(no type)" : type, 1L, Long::sum);
    }
}
