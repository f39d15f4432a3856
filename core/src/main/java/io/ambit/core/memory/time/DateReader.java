package io.ambit.core.memory.time;

import io.ambit.core.memory.time.Calendar.Unit;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one date or span at a place among the words of a question; what is not said is taken from a reference time. */
final class DateReader {
    /** Words before a year or a month that say that it is one. */
    private static final Set<String> OF_TIME = Set.of(
            "in", "during", "since", "before", "after", "until", "till", "by", "of", "from", "between", "and", "last",
            "this", "early", "late", "mid", "around", "to");

    /**
     * What was read.
     *
     * @param until the word after it
     */
    record Read(LocalDate first, LocalDate last, int until) {}

    private final QuestionWords words;
    private final LocalDate today;
    private final ZoneId zone;

    DateReader(QuestionWords words, Instant reference, ZoneId zone) {
        this.words = words;
        this.zone = zone;
        this.today = reference.atZone(zone).toLocalDate();
    }

    TimeSpan span(Read read) {
        return TimeSpan.ofDays(read.first(), read.last(), zone);
    }

    /** The date that begins with a word; null where none does. */
    @Nullable Read at(int i) {
        try {
            Read read = numeric(i);
            read = read != null ? read : withMonth(i);
            read = read != null ? read : relative(i);
            read = read != null ? read : ago(i);
            return read != null ? read : named(i);
        } catch (DateTimeException e) {
            // A day that the month does not have: not a date then.
            return null;
        }
    }

    /** 2023-05-07, 2023/05/07, 7.5.2023, 2023-05. */
    private @Nullable Read numeric(int i) {
        int year = Calendar.year(words.at(i));
        int middle = Calendar.number(words.at(i + 1));
        for (char c : new char[] {'-', '/', '.'}) {
            if (words.joinedBy(i, c)) {
                boolean third = words.joinedBy(i + 1, c);
                if (year > 0 && third) {
                    return day(year, middle, Calendar.dayOfMonth(isoDay(words.at(i + 2))), i + 3);
                }
                if (year > 0 && c == '-' && middle >= 1 && middle <= 12) {
                    return month(year, Month.of(middle), i + 2);
                }
                int last = Calendar.year(words.at(i + 2));
                if (third && last > 0 && c == '.') {
                    return day(last, middle, Calendar.dayOfMonth(words.at(i)), i + 3);
                }
            }
        }
        return null;
    }

    /** The day before the time in 2023-05-07T10. */
    private static String isoDay(String word) {
        int t = word.indexOf('t');
        return t == 2 ? word.substring(0, 2) : word;
    }

    /** 7 May 2023, the 7th of May, May 7, May 2023, in May. */
    private @Nullable Read withMonth(int i) {
        int dayFirst = Calendar.dayOfMonth(words.at(i));
        if (dayFirst > 0) {
            int m = words.at(i + 1).equals("of") ? i + 2 : i + 1;
            Month month = Calendar.month(words.at(m));
            if (month == null) {
                return null;
            }
            int year = Calendar.year(words.at(m + 1));
            return day(year > 0 ? year : pastYear(month, dayFirst), month.getValue(), dayFirst, m + (year > 0 ? 2 : 1));
        }
        Month month = Calendar.month(words.at(i));
        if (month == null) {
            return null;
        }
        int day = Calendar.dayOfMonth(words.at(i + 1));
        if (day > 0 && !words.endsClause(i)) {
            int year = Calendar.year(words.at(i + 2));
            return day(year > 0 ? year : pastYear(month, day), month.getValue(), day, i + (year > 0 ? 3 : 2));
        }
        int year = Calendar.year(words.at(i + 1));
        if (year > 0) {
            return month(year, month, i + 2);
        }
        boolean certain =
                (OF_TIME.contains(words.at(i - 1)) && words.isCapitalised(i)) || !Calendar.isDoubtful(words.at(i));
        return certain ? month(pastYear(month, 1), month, i + 1) : null;
    }

    /** Last week, this month, the past three days, last Monday, last summer. */
    private @Nullable Read relative(int i) {
        String which = words.at(i);
        boolean last = which.equals("last") || which.equals("past") || which.equals("previous");
        boolean current = which.equals("this") || which.equals("current");
        if (!last && !current && !which.equals("next")) {
            return null;
        }
        int steps = last ? -1 : current ? 0 : 1;
        String word = words.at(i + 1);
        Unit unit = Calendar.unit(word);
        if (unit != null) {
            // The past week reaches up to now; last week is the one before this.
            return which.equals("past") ? upToNow(1, unit, i + 2) : whole(shifted(steps, unit), unit, i + 2);
        }
        int count = Calendar.number(word);
        int u = words.at(i + 2).equals("of") ? i + 3 : i + 2;
        Unit several = Calendar.unit(words.at(u));
        if (last && count > 0 && several != null) {
            return upToNow(count, several, u + 1);
        }
        DayOfWeek day = Calendar.day(word);
        if (day != null) {
            return one(last || current ? before(day) : today.with(TemporalAdjusters.next(day)), i + 2);
        }
        if (word.equals("weekend")) {
            LocalDate saturday =
                    today.with(TemporalAdjusters.previous(DayOfWeek.SATURDAY)).plusWeeks(current ? 0 : steps + 1L);
            return new Read(saturday, saturday.plusDays(1), i + 2);
        }
        if (word.equals("morning") || word.equals("afternoon") || word.equals("evening") || word.equals("night")) {
            return one(today.plusDays(word.equals("night") && last ? -1 : 0), i + 2);
        }
        Month season = Calendar.season(word);
        if (season != null) {
            int year = pastYear(season, 1);
            boolean running = !today.isBefore(LocalDate.of(year, season, 1))
                    && today.isBefore(LocalDate.of(year, season, 1).plusMonths(3));
            return season(last && running ? year - 1 : year, season, i + 2);
        }
        Month month = Calendar.month(word);
        if (month != null && !which.equals("next")) {
            int year = pastYear(month, 1);
            return month(last && today.getMonth() == month ? year - 1 : year, month, i + 2);
        }
        return null;
    }

    /** Three days ago, a couple of weeks ago. */
    private @Nullable Read ago(int i) {
        int at = words.at(i).equals("a") && Calendar.number(words.at(i + 1)) > 0 ? i + 1 : i;
        int count = Calendar.number(words.at(at));
        int u = words.at(at + 1).equals("of") ? at + 2 : at + 1;
        Unit unit = Calendar.unit(words.at(u));
        if (count <= 0
                || unit == null
                || !(words.at(u + 1).equals("ago") || words.at(u + 1).equals("earlier"))) {
            return null;
        }
        return whole(shifted(-count, unit), unit, u + 2);
    }

    /** Yesterday, today, on Monday, in 2023, in the summer of 2022. */
    private @Nullable Read named(int i) {
        String word = words.at(i);
        if (word.equals("yesterday")) {
            boolean before = words.at(i - 1).equals("before") && words.at(i - 2).equals("day");
            return one(today.minusDays(before ? 2 : 1), i + 1);
        }
        if (word.equals("today") || word.equals("tonight")) {
            return one(today, i + 1);
        }
        DayOfWeek day = Calendar.day(word);
        if (day != null) {
            return beside(day, i + 1);
        }
        Month season = Calendar.season(word);
        if (season != null) {
            int y = words.at(i + 1).equals("of") ? i + 2 : i + 1;
            int year = Calendar.year(words.at(y));
            if (year > 0) {
                return season(year, season, y + 1);
            }
            boolean named = words.at(i - 1).equals("in")
                    || (words.at(i - 1).equals("the") && OF_TIME.contains(words.at(i - 2)));
            return named ? season(pastYear(season, 1), season, i + 1) : null;
        }
        int year = Calendar.year(word);
        if (year > 0 && OF_TIME.contains(words.at(i - 1))) {
            return new Read(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), i + 1);
        }
        return null;
    }

    /** The Sunday before 25 October, the Monday after that; by itself the last such day. */
    private Read beside(DayOfWeek day, int i) {
        boolean before = words.at(i).equals("before");
        Read date = before || words.at(i).equals("after") ? at(words.at(i + 1).equals("the") ? i + 2 : i + 1) : null;
        if (date == null) {
            return one(before(day), i);
        }
        LocalDate found = before
                ? date.first().with(TemporalAdjusters.previous(day))
                : date.last().with(TemporalAdjusters.next(day));
        return one(found, date.until());
    }

    private static Read day(int year, int month, int day, int until) {
        return one(LocalDate.of(year, month, day), until);
    }

    private static Read one(LocalDate day, int until) {
        return new Read(day, day, until);
    }

    private static Read month(int year, Month month, int until) {
        LocalDate first = LocalDate.of(year, month, 1);
        return new Read(first, first.plusMonths(1).minusDays(1), until);
    }

    private static Read season(int year, Month first, int until) {
        LocalDate start = LocalDate.of(year, first, 1);
        return new Read(start, start.plusMonths(3).minusDays(1), until);
    }

    private LocalDate before(DayOfWeek day) {
        return today.with(TemporalAdjusters.previous(day));
    }

    /** Memory is of what was: a date without a year is the last of its kind that has begun. */
    private int pastYear(Month month, int day) {
        int year = today.getYear();
        int last = Math.min(day, month.length(today.isLeapYear()));
        return LocalDate.of(year, month, last).isAfter(today) ? year - 1 : year;
    }

    private Read upToNow(int count, Unit unit, int until) {
        return new Read(shifted(-count, unit), today, until);
    }

    private LocalDate shifted(int count, Unit unit) {
        return switch (unit) {
            case DAY -> today.plusDays(count);
            case WEEK -> today.plusWeeks(count);
            case MONTH -> today.plusMonths(count);
            case YEAR -> today.plusYears(count);
        };
    }

    /** The whole day, week (from Monday), month or year around a date. */
    private static Read whole(LocalDate date, Unit unit, int until) {
        return switch (unit) {
            case DAY -> one(date, until);
            case WEEK -> {
                LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Read(monday, monday.plusDays(6), until);
            }
            case MONTH -> month(date.getYear(), date.getMonth(), until);
            case YEAR -> new Read(LocalDate.of(date.getYear(), 1, 1), LocalDate.of(date.getYear(), 12, 31), until);
        };
    }
}
