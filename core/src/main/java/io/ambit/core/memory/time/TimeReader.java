package io.ambit.core.memory.time;

import io.ambit.core.memory.time.DateReader.Read;
import io.ambit.core.memory.time.TimeHint.Side;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a question says of time: dates, months, years, "yesterday", "last week", "three days ago", "between May
 * and July", "before 2023", and events beside which something happened ("before the trip"). English words, and dates in
 * numbers. Weeks begin on Monday; what is said without a year lies in the past.
 */
public final class TimeReader {
    private static final int MAX_ANCHOR_WORDS = 10;
    /** What an event's name begins with after "before" or "after"; else these words mean something else as often. */
    private static final Set<String> DETERMINERS = Set.of(
            "the", "a", "an", "my", "our", "your", "his", "her", "its", "their", "that", "this", "we", "i", "he", "she",
            "they", "you", "it");
    /** Words at which the event's name is over. */
    private static final Set<String> ENDS =
            Set.of("did", "do", "does", "was", "were", "is", "are", "what", "who", "where", "when", "which", "how");

    private TimeReader() {}

    /**
     * The first thing that a question says of time.
     *
     * @param reference the time at which it is asked
     */
    public static Optional<TimeHint> read(String question, Instant reference, ZoneId zone) {
        QuestionWords words = new QuestionWords(question);
        DateReader dates = new DateReader(words, reference, zone);
        TimeHint beside = null;
        for (int i = 0; i < words.size(); i++) {
            TimeHint named = named(words, dates, i);
            if (named != null) {
                return Optional.of(named);
            }
            beside = beside == null ? beside(words, i) : beside;
        }
        return Optional.ofNullable(beside);
    }

    private static @Nullable TimeHint named(QuestionWords words, DateReader dates, int i) {
        String word = words.at(i);
        int after = i + 1;
        while (words.at(after).equals("the")
                || words.at(after).equals("early")
                || words.at(after).equals("late")) {
            after++;
        }
        Read date = dates.at(after);
        if (date != null) {
            TimeSpan span = dates.span(date);
            if (word.equals("between") || word.equals("from")) {
                int second = date.until() + 1;
                String joint = words.at(date.until());
                boolean joined =
                        joint.equals("and") || joint.equals("to") || joint.equals("until") || joint.equals("till");
                Read end = joined ? dates.at(second) : null;
                if (end != null && date.first().isBefore(end.last())) {
                    TimeSpan both = new TimeSpan(span.from(), dates.span(end).to());
                    return new TimeHint.Named(words.between(i, end.until()), both);
                }
            }
            TimeSpan open = switch (word) {
                // "The day before yesterday" is a day.
                case "before" -> words.at(i - 1).equals("day") ? null : new TimeSpan(null, span.from());
                case "until", "till", "by" -> new TimeSpan(null, span.to());
                case "after" -> new TimeSpan(span.to(), null);
                case "since" -> new TimeSpan(span.from(), null);
                default -> null;
            };
            if (open != null) {
                return new TimeHint.Named(words.between(i, date.until()), open);
            }
        }
        Read here = dates.at(i);
        return here == null ? null : new TimeHint.Named(words.between(i, here.until()), dates.span(here));
    }

    private static @Nullable TimeHint beside(QuestionWords words, int i) {
        Side side = switch (words.at(i)) {
            case "before" -> Side.BEFORE;
            case "after", "since" -> Side.AFTER;
            case "during" -> Side.DURING;
            default -> null;
        };
        int start = i + 1;
        boolean event =
                DETERMINERS.contains(words.at(start)) || words.at(start).endsWith("ing") || words.isCapitalised(start);
        if (side == null || words.endsClause(i) || !event) {
            return null;
        }
        int end = start + 1;
        while (end < words.size()
                && end - start < MAX_ANCHOR_WORDS
                && !words.endsClause(end - 1)
                && !ENDS.contains(words.at(end))) {
            end++;
        }
        boolean nothingNamed = end - start < 2 && DETERMINERS.contains(words.at(start));
        return nothingNamed ? null : new TimeHint.Beside(words.between(i, end), side, words.between(start, end));
    }
}
