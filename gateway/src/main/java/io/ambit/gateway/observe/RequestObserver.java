package io.ambit.gateway.observe;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Is told of every request that is over: counts it, and writes its line in the log. Thread-safe. */
public final class RequestObserver {
    /** More than any configuration has; upstreams that agents bring with them share what is left. */
    private static final int MAX_SERIES = 64;

    private static final String PASSED = "none";
    private static final String OTHERS = "others";

    private final Map<Labels, RequestSeries> series = new ConcurrentHashMap<>();

    /**
     * What tells series apart. None of it comes from a client.
     *
     * @param upstream "" for the only one
     * @param format its title, "none" for requests that pass through unread
     */
    public record Labels(String upstream, String format) implements Comparable<Labels> {
        @Override
        public int compareTo(Labels other) {
            int order = upstream.compareTo(other.upstream);
            return order != 0 ? order : format.compareTo(other.format);
        }
    }

    public void observe(Seen seen) {
        String format = seen.format() == null ? PASSED : seen.format().title();
        Labels labels = new Labels(seen.upstream(), format);
        RequestSeries known = series.get(labels);
        if (known == null) {
            Labels fits = series.size() < MAX_SERIES ? labels : new Labels(OTHERS, format);
            known = series.computeIfAbsent(fits, key -> new RequestSeries());
        }
        Objects.requireNonNull(known).count(seen);
        RequestLine.write(seen);
    }

    /** All that was counted, in order. */
    public Map<Labels, RequestSeries> series() {
        return new TreeMap<>(series);
    }
}
