package io.ambit.core.tooluse.usage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the last month of a period compares with the one before it that has calls.
 *
 * @param from the month before, "" where there is only one
 * @param to the last month, "" where there is none
 * @param callsPerGoal change in percent, null where there is nothing to compare
 * @param failedPercent change in percentage points, likewise
 * @param repeatedPercent likewise
 * @param isFirm whether people asked for enough in both months
 */
public record Trend(
        String from,
        String to,
        @Nullable Double callsPerGoal,
        @Nullable Double failedPercent,
        @Nullable Double repeatedPercent,
        boolean isFirm) {

    /** The trend of months, oldest first. */
    static Trend of(List<UsageLine> months) {
        if (months.size() < 2) {
            return new Trend("", months.isEmpty() ? "" : months.get(0).name(), null, null, null, false);
        }
        UsageLine before = months.get(months.size() - 2);
        UsageLine now = months.get(months.size() - 1);
        Double calls = before.callsPerGoal() == 0
                ? null
                : 100 * (now.callsPerGoal() - before.callsPerGoal()) / before.callsPerGoal();
        return new Trend(
                before.name(),
                now.name(),
                calls,
                now.count().failedPercent() - before.count().failedPercent(),
                now.count().repeatedPercent() - before.count().repeatedPercent(),
                Math.min(before.goals(), now.goals()) >= Measures.ENOUGH_GOALS);
    }
}
