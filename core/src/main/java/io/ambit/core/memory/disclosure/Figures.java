package io.ambit.core.memory.disclosure;

import io.ambit.core.event.DisclosureEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What showing memory cost and saved, in tokens.
 *
 * @param queries questions among what was shown
 * @param discovery tokens of index lines and timeline entries
 * @param read tokens of full records
 * @param discoveryPerQuery the mean of a question
 * @param timelinePerQuery tokens of timeline entries, the mean of a question
 * @param all tokens of all topics in full, once for each question: what it would have cost to show everything
 * @param saved what questions cost less than that; below 0 where they cost more
 * @param indexLoads how often an index was shown
 * @param timelineLoads how often timeline entries were shown
 * @param fullLoads topics that were shown in full
 * @param fullLoadsOfATask the same of the task that had most
 */
public record Figures(
        long queries,
        long discovery,
        long read,
        double discoveryPerQuery,
        double timelinePerQuery,
        long all,
        long saved,
        long indexLoads,
        long timelineLoads,
        long fullLoads,
        long fullLoadsOfATask) {

    static Figures of(List<DisclosureEvent> events) {
        long queries = 0;
        long discovery = 0;
        long read = 0;
        long askedDiscovery = 0;
        long askedTimeline = 0;
        long askedRead = 0;
        long all = 0;
        long indexLoads = 0;
        long timelineLoads = 0;
        long fullLoads = 0;
        Map<String, Long> byTask = new HashMap<>();
        for (DisclosureEvent event : events) {
            int found = event.indexTokens() + event.timelineTokens();
            discovery += found;
            read += event.readTokens();
            indexLoads += event.indexTokens() > 0 ? 1 : 0;
            timelineLoads += event.timelineTokens() > 0 ? 1 : 0;
            fullLoads += event.fullTopics().size();
            byTask.merge(event.task(), (long) event.fullTopics().size(), Long::sum);
            if (event.question()) {
                queries++;
                askedDiscovery += found;
                askedTimeline += event.timelineTokens();
                askedRead += event.readTokens();
                all += event.allTokens();
            }
        }
        return new Figures(
                queries,
                discovery,
                read,
                queries == 0 ? 0 : (double) askedDiscovery / queries,
                queries == 0 ? 0 : (double) askedTimeline / queries,
                all,
                all - askedDiscovery - askedRead,
                indexLoads,
                timelineLoads,
                fullLoads,
                byTask.values().stream().mapToLong(Long::longValue).max().orElse(0));
    }

    /** Discovery by read tokens; 0 where nothing had to be read. */
    public double ratio() {
        return read == 0 ? 0 : (double) discovery / read;
    }

    /** The share that was saved against showing everything at each question; 0 where there was nothing to show. */
    public double saving() {
        return all == 0 ? 0 : (double) saved / all;
    }
}
