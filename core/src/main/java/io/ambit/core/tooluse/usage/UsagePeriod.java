package io.ambit.core.tooluse.usage;

import io.ambit.core.error.InvalidInputException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * A stretch of time, in UTC.
 *
 * @param from its first moment
 * @param to the first moment after it
 * @param text as it was asked for
 */
public record UsagePeriod(Instant from, Instant to, String text) {
    private static final Instant EVER = Instant.parse("9999-12-31T23:59:59Z");

    /** Looked at where nothing else is said. */
    public static final String USUAL = "90d";

    private static final int MAX_DIGITS = 5;
    private static final int MONTH_LENGTH = "2026-11".length();
    private static final String EXPECTED =
            ", expected a length of time up to now such as 30d, 12h or 8w, a month such as"
                    + " 2026-11, a day such as 2026-11-21, two of these as 2026-10..2026-11, or all";

    /**
     * Reads what somebody wrote: {@code 30d}, {@code 12h}, {@code 8w}, {@code 2026-11}, {@code 2026-11-21},
     * {@code 2026-11-01..2026-11-21} with its last day, {@code all}; "" for the usual.
     *
     * @throws InvalidInputException where it is none of these
     */
    public static UsagePeriod parse(String written, Instant now) {
        String text = written.isBlank() ? USUAL : written.strip().toLowerCase(Locale.ROOT);
        // A request that comes in this very moment belongs to the time up to now.
        Instant end = now.plusSeconds(1);
        if (text.equals("all")) {
            return new UsagePeriod(Instant.EPOCH, EVER, text);
        }
        try {
            int dots = text.indexOf("..");
            UsagePeriod read;
            if (dots >= 0) {
                String first = text.substring(0, dots);
                String last = text.substring(dots + 2);
                read = new UsagePeriod(
                        first.isEmpty() ? Instant.EPOCH : dates(first).from(),
                        last.isEmpty() ? end : dates(last).to(),
                        text);
            } else {
                read = text.indexOf('-') > 0 ? dates(text) : new UsagePeriod(now.minus(length(text)), end, text);
            }
            if (read.from().isBefore(read.to())) {
                return read;
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw new InvalidInputException("time_range '" + shown(written) + "'" + EXPECTED, e);
        }
        throw new InvalidInputException("time_range '" + shown(written) + "'" + EXPECTED);
    }

    private static String shown(String written) {
        return written.length() > 40 ? written.substring(0, 40) + "…" : written;
    }

    private static UsagePeriod dates(String text) {
        if (text.length() == MONTH_LENGTH) {
            YearMonth month = YearMonth.parse(text);
            return new UsagePeriod(
                    start(month.atDay(1)), start(month.plusMonths(1).atDay(1)), text);
        }
        LocalDate day = LocalDate.parse(text);
        return new UsagePeriod(start(day), start(day.plusDays(1)), text);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Duration length(String text) {
        int unit = text.length() - 1;
        if (unit < 1 || unit > MAX_DIGITS) {
            throw new NumberFormatException(text);
        }
        long number = Integer.parseUnsignedInt(text.substring(0, unit));
        return switch (text.charAt(unit)) {
            case 'h' -> Duration.ofHours(number);
            case 'd' -> Duration.ofDays(number);
            case 'w' -> Duration.ofDays(7 * number);
            default -> throw new NumberFormatException(text);
        };
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
