package io.ambit.bench.soak;

import io.ambit.core.text.JsonTree;
import java.util.List;
import java.util.Map;

/**
 * What came of a soak.
 *
 * @param wrong requests that were answered otherwise than they should have been; the first are in {@code named}
 * @param bytesSent of bodies by agents
 * @param bytesForwarded of bodies to the model server; fewer, since tool outputs were cut
 * @param heapStart in use after a full collection, when all caches were warm
 * @param heapEnd the same at the end
 * @param heaps the same in between, once a minute
 * @param connectionsLeaked connections to the model server that stand although nobody asks any more
 * @param requestsLeaked requests that the server holds for running although nobody asks any more
 * @param threadsStart of the operating system's
 * @param unrecorded steps that the ledger did not take
 */
public record SoakReport(
        double seconds,
        List<String> formats,
        long requests,
        long wrong,
        List<String> named,
        long bytesSent,
        long bytesForwarded,
        long heapStart,
        long heapEnd,
        List<Long> heaps,
        int connectionsLeaked,
        int requestsLeaked,
        int threadsStart,
        int threadsEnd,
        long filesStart,
        long filesEnd,
        long unrecorded) {
    /** Pools breathe: a few threads and files more or less are no leak. */
    private static final int SLACK = 10;

    /** What may come to the heap without being a leak: what is remembered for each of the last sessions. */
    private static final long HEAP_SLACK = 64L << 20;

    public SoakReport {
        formats = List.copyOf(formats);
        named = List.copyOf(named);
        heaps = List.copyOf(heaps);
    }

    /** Whether nothing was wrong and nothing leaked. */
    public boolean isClean() {
        return wrong == 0
                && connectionsLeaked == 0
                && requestsLeaked == 0
                && threadsEnd <= threadsStart + SLACK
                && filesEnd <= filesStart + SLACK
                && heapEnd <= heapStart + HEAP_SLACK;
    }

    /** As {@code --json} shows it. */
    public Map<String, Object> toJson() {
        return JsonTree.object(
                "clean", isClean(),
                "seconds", seconds,
                "formats", formats,
                "requests", requests,
                "wrong", wrong,
                "named", named,
                "bytesSent", bytesSent,
                "bytesForwarded", bytesForwarded,
                "heapStart", heapStart,
                "heapEnd", heapEnd,
                "heaps", heaps,
                "connectionsLeaked", connectionsLeaked,
                "requestsLeaked", requestsLeaked,
                "threadsStart", threadsStart,
                "threadsEnd", threadsEnd,
                "filesStart", filesStart,
                "filesEnd", filesEnd,
                "unrecorded", unrecorded);
    }
}
