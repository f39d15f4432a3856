package io.ambit.core.memory.disclosure;

import io.ambit.core.memory.recall.LeftOut;
import io.ambit.core.memory.recall.SetAside;
import io.ambit.core.record.MemoryRecord;
import java.util.List;

/**
 * What was shown for a question.
 *
 * @param matches topics that are about it, best first
 * @param entries their timeline entries
 * @param sufficient whether index and timeline have all words of the question, so that nothing more was shown
 * @param records shown in full
 * @param leftOut records of the topics shown in full that did not fit
 * @param carriedOut what was done about the costs because of this
 * @param text all of it, safe to show to a model
 */
public record Disclosed(
        IndexView index,
        List<Match> matches,
        List<TimelineEntry> entries,
        boolean sufficient,
        List<MemoryRecord> records,
        List<LeftOut> leftOut,
        List<SetAside> setAside,
        List<CarriedOut> carriedOut,
        String text) {
    public Disclosed {
        matches = List.copyOf(matches);
        entries = List.copyOf(entries);
        records = List.copyOf(records);
        leftOut = List.copyOf(leftOut);
        setAside = List.copyOf(setAside);
        carriedOut = List.copyOf(carriedOut);
    }

    /**
     * A topic and how similar it is to the question, -1 to 1.
     *
     * @param inFull whether its records were shown
     */
    public record Match(String topic, double similarity, boolean inFull) {}
}
