package io.ambit.core.memory.time;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of English for months, days, seasons, units and small numbers. */
final class Calendar {
    enum Unit {
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    private static final Map<String, Month> MONTHS = new HashMap<>();
    private static final Map<String, DayOfWeek> DAYS = new HashMap<>();
    private static final Map<String, Integer> NUMBERS = new HashMap<>();
    /** By the first of their three months, in the northern half of the earth. */
    private static final Map<String, Month> SEASONS = Map.of(
            "spring", Month.MARCH,
            "summer", Month.JUNE,
            "autumn", Month.SEPTEMBER,
            "fall", Month.SEPTEMBER,
            "winter", Month.DECEMBER);

    static {
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            MONTHS.put(name, month);
            MONTHS.put(name.substring(0, 3), month);
        }
        MONTHS.put("sept", Month.SEPTEMBER);
        for (DayOfWeek day : DayOfWeek.values()) {
            DAYS.put(day.name().toLowerCase(Locale.ROOT), day);
        }
        String[] numbers = {
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
        };
        for (int n = 1; n < numbers.length; n++) {
            NUMBERS.put(numbers[n], n);
        }
        NUMBERS.put("a", 1);
        NUMBERS.put("an", 1);
        NUMBERS.put("couple", 2);
        NUMBERS.put("few", 3);
        NUMBERS.put("several", 4);
    }

    private Calendar() {}

    static @Nullable Month month(String word) {
        return MONTHS.get(word);
    }

    /** Whether a month's name means something else as often: then something beside it must say that it is a month. */
    static boolean isDoubtful(String word) {
        return word.equals("may") || word.equals("march") || word.length() == 3;
    }

    static @Nullable DayOfWeek day(String word) {
        return DAYS.get(word);
    }

    static @Nullable Month season(String word) {
        return SEASONS.get(word);
    }

    static @Nullable Unit unit(String word) {
        return switch (word) {
            case "day", "days" -> Unit.DAY;
            case "week", "weeks" -> Unit.WEEK;
            case "month", "months" -> Unit.MONTH;
            case "year", "years" -> Unit.YEAR;
            default -> null;
        };
    }

    /** A number in digits or words, up to 9999; -1 where it is none. */
    static int number(String word) {
        Integer known = NUMBERS.get(word);
        if (known != null) {
            return known;
        }
        return !word.isEmpty() && word.length() <= 4 && word.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(word)
                : -1;
    }

    /** The day of a month, "7" or "7th"; -1 where it is none. */
    static int dayOfMonth(String word) {
        String digits = word;
        for (String ending : new String[] {"st", "nd", "rd", "th"}) {
            if (word.endsWith(ending)) {
                digits = word.substring(0, word.length() - 2);
            }
        }
        boolean isNumber = !digits.isEmpty() && digits.length() <= 2 && Character.isDigit(digits.charAt(0));
        int number = isNumber ? number(digits) : -1;
        return number >= 1 && number <= 31 ? number : -1;
    }

    /** A year, "2023"; -1 where it is none. */
    static int year(String word) {
        int number = word.length() == 4 && Character.isDigit(word.charAt(0)) ? number(word) : -1;
        return number >= 1900 && number <= 2199 ? number : -1;
    }
}
