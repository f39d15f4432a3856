package io.ambit.core.retrieval;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A day that a text names by day and month: "16 November, 2023", "8th of December", "Oct 21 2022".
 *
 * @param year null where it is not named
 */
public record NamedDay(@Nullable Integer year, int month, int day) {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int LONGEST_MONTH = 31;

    boolean is(LocalDate date) {
        return (year == null || year == date.getYear()) && month == date.getMonthValue() && day == date.getDayOfMonth();
    }

    /** All that words name. */
    static List<NamedDay> in(List<String> words) {
        List<NamedDay> days = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int month = month(words.get(i));
            if (month > 0) {
                int before = i > 1 && words.get(i - 1).equals("of") ? i - 2 : i - 1;
                int day = before < 0 ? 0 : day(words.get(before));
                int next = i + 1;
                if (day == 0 && next < words.size()) {
                    day = day(words.get(next));
                    next++;
                }
                if (day > 0) {
                    days.add(new NamedDay(next < words.size() ? year(words.get(next)) : null, month, day));
                }
            }
        }
        return days;
    }

    private static int month(String word) {
        for (Month month : Month.values()) {
            String name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
            if (word.equals(name)
                    || word.equals(name.substring(0, 3))
                    || (word.equals("sept") && month == Month.SEPTEMBER)) {
                return month.getValue();
            }
        }
        return 0;
    }

    private static int day(String word) {
        String digits = word;
        for (String ending : List.of("st", "nd", "rd", "th")) {
            digits = digits.endsWith(ending) ? digits.substring(0, digits.length() - ending.length()) : digits;
        }
        int number = number(digits);
        return number <= LONGEST_MONTH ? Math.max(0, number) : 0;
    }

    private static @Nullable Integer year(String word) {
        int number = number(word);
        return number >= FIRST_YEAR && number < LAST_YEAR ? number : null;
    }

    private static int number(String word) {
        if (word.isEmpty() || word.length() > 4 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Integer.parseInt(word);
    }
}
