package io.ambit.server.dashboard.session;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far back a page looks, and in which parts its chart shows that. */
public enum TimeRange {
    HOUR("last hour", Duration.ofHours(1), Duration.ofMinutes(2)),
    DAY("last 24 hours", Duration.ofDays(1), Duration.ofHours(1)),
    WEEK("last 7 days", Duration.ofDays(7), Duration.ofHours(6)),
    MONTH("last 30 days", Duration.ofDays(30), Duration.ofDays(1));

    private final String label;
    private final Duration length;
    private final Duration part;

    TimeRange(String label, Duration length, Duration part) {
        this.label = label;
        this.length = length;
        this.part = part;
    }

    public String label() {
        return label;
    }

    /** As it stands in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    Duration length() {
        return length;
    }

    Duration part() {
        return part;
    }

    /** The range of that key; a week where there is none. */
    static TimeRange of(@Nullable String key) {
        for (TimeRange range : values()) {
            if (range.key().equals(key)) {
                return range;
            }
        }
        return WEEK;
    }
}
