package io.ambit.core.tooluse.usage;

import io.ambit.core.tool.CallCount;
import io.ambit.core.tool.ItemTally;
import io.ambit.core.tool.SessionTally;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Adds tallies up, one way and another. */
final class UsageSums {
    private static final Comparator<UsageLine> MOST_CALLS = Comparator.comparingInt(
                    (UsageLine line) -> line.count().calls())
            .reversed()
            .thenComparing(UsageLine::name);

    private static final Comparator<UsageLine> MOST_WASTED = Comparator.comparingLong(
                    (UsageLine line) -> line.count().wastedTokens())
            .reversed()
            .thenComparing(MOST_CALLS);

    private UsageSums() {}

    static UsageLine total(String name, List<SessionTally> tallies) {
        return tallies.stream()
                .map(tally -> line(name, tally))
                .reduce(new UsageLine(name, 0, 0, CallCount.NONE), UsageLine::plus);
    }

    private static UsageLine line(String name, SessionTally tally) {
        return new UsageLine(name, tally.goals(), tally.tokens(), tally.total());
    }

    static List<UsageLine> byTool(List<SessionTally> tallies) {
        Map<String, UsageLine> lines = new TreeMap<>();
        for (SessionTally tally : tallies) {
            for (ItemTally item : tally.items()) {
                item.tools()
                        .forEach((tool, count) -> lines.merge(tool, new UsageLine(tool, 0, 0, count), UsageLine::plus));
            }
        }
        return lines.values().stream().sorted(MOST_CALLS).toList();
    }

    static List<UsageLine> bySession(List<SessionTally> tallies) {
        return tallies.stream()
                .map(tally -> line(tally.session().value(), tally))
                .sorted(MOST_WASTED)
                .toList();
    }

    /** By what {@code group} says an item belongs to. */
    static List<UsageLine> byItem(List<SessionTally> tallies, UnaryOperator<String> group) {
        Map<String, UsageLine> lines = new TreeMap<>();
        for (SessionTally tally : tallies) {
            for (ItemTally item : tally.items()) {
                String name = group.apply(item.item());
                lines.merge(name, new UsageLine(name, item.goals(), 0, item.total()), UsageLine::plus);
            }
        }
        return lines.values().stream().sorted(MOST_CALLS).toList();
    }

    /** Oldest first, months in UTC. */
    static List<UsageLine> byMonth(List<SessionTally> tallies) {
        Map<String, UsageLine> lines = new TreeMap<>();
        for (SessionTally tally : tallies) {
            String month = YearMonth.from(tally.at().atZone(ZoneOffset.UTC)).toString();
            lines.merge(month, line(month, tally), UsageLine::plus);
        }
        return List.copyOf(lines.values());
    }
}
