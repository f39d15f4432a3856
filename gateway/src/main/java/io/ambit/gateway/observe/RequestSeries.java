package io.ambit.gateway.observe;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What was counted of the requests of one format to one upstream. Thread-safe. */
public final class RequestSeries {
    private static final int MAX_STATUSES = 40;
    private static final int OTHER = 599;

    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    private final LongAdder input = new LongAdder();
    private final LongAdder cached = new LongAdder();
    private final LongAdder output = new LongAdder();
    private final Histogram total = new Histogram();
    private final Histogram firstByte = new Histogram();

    void count(Seen seen) {
        int status = statuses.size() < MAX_STATUSES || statuses.containsKey(seen.status()) ? seen.status() : OTHER;
        statuses.computeIfAbsent(status, key -> new LongAdder()).increment();
        input.add(seen.inputTokens());
        cached.add(seen.cachedTokens());
        output.add(seen.outputTokens());
        total.observe(seen.total());
        if (!seen.firstByte().isZero()) {
            firstByte.observe(seen.firstByte());
        }
    }

    /** Requests by status, in order; 0 for clients that went away. */
    public Map<Integer, Long> statuses() {
        Map<Integer, Long> sums = new TreeMap<>();
        statuses.forEach((status, count) -> sums.put(status, count.sum()));
        return sums;
    }

    /** As upstreams counted them, cached ones included. */
    public long inputTokens() {
        return input.sum();
    }

    public long cachedTokens() {
        return cached.sum();
    }

    public long outputTokens() {
        return output.sum();
    }

    /** From arrival to the end of the answer. */
    public Histogram total() {
        return total;
    }

    /** From arrival to the first piece of the answer. */
    public Histogram firstByte() {
        return firstByte;
    }
}
