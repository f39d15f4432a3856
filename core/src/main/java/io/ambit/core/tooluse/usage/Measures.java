package io.ambit.core.tooluse.usage;

import io.ambit.core.tool.Rating;
import io.ambit.core.tooluse.usage.Measure.Name;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Whether things get better: the last month against the first one, and against the one before it. A month counts where
 * people asked for enough in it that one odd session does not make the difference.
 */
final class Measures {
    /** Fewer requests of people in a month say nothing. */
    static final int ENOUGH_GOALS = 20;
    /** Fewer ratings say nothing. */
    static final int ENOUGH_RATINGS = 5;

    private Measures() {}

    /**
     * All measures, in the order of {@link Name}.
     *
     * @param months oldest first, named as 2026-11
     */
    static List<Measure> of(List<UsageLine> months, List<Rating> ratings) {
        List<UsageLine> whole =
                months.stream().filter(month -> month.goals() >= ENOUGH_GOALS).toList();
        List<Measure> measures = new ArrayList<>();
        measures.add(compared(Name.TOKENS_PER_TASK, whole, UsageLine::tokensPerGoal));
        measures.add(compared(Name.CALLS_PER_GOAL, whole, UsageLine::callsPerGoal));
        measures.add(compared(Name.FAILED_CALLS, whole, month -> month.count().failedPercent()));
        measures.add(monthOverMonth(whole));
        measures.add(rating(ratings));
        return measures;
    }

    private static Measure compared(Name name, List<UsageLine> whole, ToDoubleFunction<UsageLine> of) {
        if (whole.isEmpty()) {
            return Measure.unknown(name, "needs a month with " + ENOUGH_GOALS + " requests of people");
        }
        UsageLine first = whole.get(0);
        UsageLine last = whole.get(whole.size() - 1);
        double value = of.applyAsDouble(last);
        if (whole.size() == 1) {
            return new Measure(
                    name,
                    value,
                    null,
                    null,
                    name.target(),
                    "of " + last.name() + "; a second month with " + ENOUGH_GOALS + " requests shows a change");
        }
        double baseline = of.applyAsDouble(first);
        Double change = baseline == 0 ? null : 100 * (value - baseline) / baseline;
        return new Measure(name, value, baseline, change, name.target(), last.name() + " against " + first.name());
    }

    private static Measure monthOverMonth(List<UsageLine> whole) {
        for (int m = whole.size() - 1; m > 0; m--) {
            UsageLine before = whole.get(m - 1);
            UsageLine now = whole.get(m);
            if (YearMonth.parse(before.name()).plusMonths(1).equals(YearMonth.parse(now.name()))) {
                double better = (improvement(before.tokensPerGoal(), now.tokensPerGoal())
                                + improvement(before.callsPerGoal(), now.callsPerGoal())
                                + improvement(
                                        before.count().failedPercent(),
                                        now.count().failedPercent()))
                        / 3;
                return new Measure(
                        Name.MONTH_OVER_MONTH,
                        better,
                        null,
                        null,
                        Name.MONTH_OVER_MONTH.target(),
                        now.name() + " against " + before.name());
            }
        }
        return Measure.unknown(
                Name.MONTH_OVER_MONTH, "needs two months in a row with " + ENOUGH_GOALS + " requests of people each");
    }

    /** In percent, above 0 where it became less; where there was nothing before, any is all worse. */
    private static double improvement(double before, double now) {
        if (before == 0) {
            return now == 0 ? 0 : -100;
        }
        return 100 * (before - now) / before;
    }

    private static Measure rating(List<Rating> ratings) {
        List<Rating> people = ratings.stream().filter(Rating::isOfPerson).toList();
        if (people.size() < ENOUGH_RATINGS) {
            return Measure.unknown(
                    Name.RATING,
                    String.format(Locale.ROOT, "needs %d ratings of people, has %d", ENOUGH_RATINGS, people.size()));
        }
        double mean = people.stream().mapToInt(Rating::stars).average().orElse(0);
        return new Measure(Name.RATING, mean, null, null, Name.RATING.target(), people.size() + " ratings of people");
    }
}
