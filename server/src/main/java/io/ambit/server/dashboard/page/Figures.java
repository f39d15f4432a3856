package io.ambit.server.dashboard.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers and times are written. */
public final class Figures {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Figures() {}

    /** 12345 as "12,345". */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** 12345 as "12.3k", 12345678 as "12.3M". */
    public static String brief(long number) {
        long size = Math.abs(number);
        if (size < 10_000) {
            return count(number);
        }
        return size < 1_000_000
                ? String.format(Locale.ROOT, "%.1fk", number / 1e3)
                : String.format(Locale.ROOT, "%.1fM", number / 1e6);
    }

    /** A part of a whole in per cent, "0 %" where there is no whole. */
    public static String share(long part, long whole) {
        return whole == 0 ? "0 %" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    /** US dollars, small amounts with more digits. */
    public static String dollars(double amount) {
        return String.format(Locale.ROOT, Math.abs(amount) < 1 ? "$%.4f" : "$%,.2f", amount);
    }

    /** A score with two digits. */
    public static String score(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Bytes, from 10,000 on in kilobytes. */
    public static String bytes(long number) {
        return number < 10_000 ? count(number) + " B" : brief(number) + "B";
    }

    /** A time of work in milliseconds, from ten seconds on in seconds. */
    public static String time(Duration time) {
        long millis = time.toMillis();
        return millis < 10_000 ? count(millis) + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1e3);
    }

    /** A point in time to the minute, in UTC; the page's script makes it the reader's own. */
    public static String minute(Instant at) {
        return MINUTE.format(at);
    }
}
