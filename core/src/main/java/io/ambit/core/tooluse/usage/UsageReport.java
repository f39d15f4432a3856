package io.ambit.core.tooluse.usage;

import io.ambit.core.tool.Rating;
import java.util.List;

/**
 * What calls of tools cost in a period.
 *
 * @param epic the id of the epic that it is limited to, "" for none
 * @param sessions that made a request in the period
 * @param total of them, named by the period
 * @param byTool most calls first
 * @param bySession most wasted first
 * @param byEpic most calls first; what named no item, or one without an epic, has no name
 * @param byMonth oldest first
 * @param unused definitions that were carried and not called, the dearest first
 * @param savings the largest, at most five
 * @param measures over all that was ever counted, not only the period
 * @param ratings of the period, newest first
 */
public record UsageReport(
        UsagePeriod period,
        String epic,
        int sessions,
        UsageLine total,
        List<UsageLine> byTool,
        List<UsageLine> bySession,
        List<UsageLine> byEpic,
        List<UsageLine> byMonth,
        Trend trend,
        List<UnusedTool> unused,
        List<Saving> savings,
        List<Measure> measures,
        List<Rating> ratings) {
    public UsageReport {
        byTool = List.copyOf(byTool);
        bySession = List.copyOf(bySession);
        byEpic = List.copyOf(byEpic);
        byMonth = List.copyOf(byMonth);
        unused = List.copyOf(unused);
        savings = List.copyOf(savings);
        measures = List.copyOf(measures);
        ratings = List.copyOf(ratings);
    }
}
